/** Signatures and stamps of PDF files, by a process of its own. */
@NullMarked
package dev.patchbay.server.signature;

import org.jspecify.annotations.NullMarked;
