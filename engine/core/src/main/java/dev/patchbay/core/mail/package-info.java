/** E-mail: what it says, who gets it and who has got it. */
@NullMarked
package dev.patchbay.core.mail;

import org.jspecify.annotations.NullMarked;
