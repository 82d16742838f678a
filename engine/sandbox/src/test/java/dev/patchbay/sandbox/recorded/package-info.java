/** Recorded answers of the real Google, held against those of the sandbox. */
@NullMarked
package dev.patchbay.sandbox.recorded;

import org.jspecify.annotations.NullMarked;
