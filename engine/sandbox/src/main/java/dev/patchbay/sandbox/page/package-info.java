/** The page that shows the sheets to people. */
@NullMarked
package dev.patchbay.sandbox.page;

import org.jspecify.annotations.NullMarked;
