/** Distribution lists as they are asked for and changed. */
@NullMarked
package dev.patchbay.server.mail;

import org.jspecify.annotations.NullMarked;
