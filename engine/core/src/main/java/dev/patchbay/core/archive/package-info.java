/** Events as they are kept outside of the hub. */
@NullMarked
package dev.patchbay.core.archive;

import org.jspecify.annotations.NullMarked;
