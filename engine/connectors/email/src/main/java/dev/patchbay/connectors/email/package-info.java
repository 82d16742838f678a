/** E-mail by SMTP: to each recipient once, and each is answered for. */
@NullMarked
package dev.patchbay.connectors.email;

import org.jspecify.annotations.NullMarked;
