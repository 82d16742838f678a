/** Start of the console. */
@NullMarked
package dev.patchbay.console;

import org.jspecify.annotations.NullMarked;
