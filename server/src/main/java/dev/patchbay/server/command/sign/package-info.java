/** {@code patchbay sign}, {@code stamp} and {@code verify}: signatures and stamps of PDF files. */
@NullMarked
package dev.patchbay.server.command.sign;

import org.jspecify.annotations.NullMarked;
