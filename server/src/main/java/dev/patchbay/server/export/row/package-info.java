/** The rows of an export and their columns, as one caller is shown them. */
@NullMarked
package dev.patchbay.server.export.row;

import org.jspecify.annotations.NullMarked;
