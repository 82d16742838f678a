/**
 * Document templates on the server: their desk and trials; PDF files and their signatures, by
 * processes beside.
 */
@NullMarked
package dev.patchbay.server.document;

import org.jspecify.annotations.NullMarked;
