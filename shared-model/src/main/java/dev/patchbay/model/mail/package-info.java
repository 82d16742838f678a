/** E-mail: who gets it. */
@NullMarked
package dev.patchbay.model.mail;

import org.jspecify.annotations.NullMarked;
