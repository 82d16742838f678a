/** Who gets e-mail, and who has got it. */
@NullMarked
package dev.patchbay.store.mail;

import org.jspecify.annotations.NullMarked;
