/** {@code patchbay inspect}: what is read of a spreadsheet file. */
@NullMarked
package dev.patchbay.server.command.inspect;

import org.jspecify.annotations.NullMarked;
