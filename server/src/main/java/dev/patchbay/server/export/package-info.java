/** Exports: rows of a dataset as a file. */
@NullMarked
package dev.patchbay.server.export;

import org.jspecify.annotations.NullMarked;
