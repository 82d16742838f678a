/** What an attempt sends, as it is kept with its intent. */
@NullMarked
package dev.patchbay.core.delivery.attempt;

import org.jspecify.annotations.NullMarked;
