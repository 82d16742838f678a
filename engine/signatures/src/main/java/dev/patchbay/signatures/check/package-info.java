/** What signatures are worth. */
@NullMarked
package dev.patchbay.signatures.check;

import org.jspecify.annotations.NullMarked;
