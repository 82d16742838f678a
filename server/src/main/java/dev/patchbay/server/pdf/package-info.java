/** PDF files of documents, made by processes beside the server. */
@NullMarked
package dev.patchbay.server.pdf;

import org.jspecify.annotations.NullMarked;
