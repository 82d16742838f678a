/** Stamps: texts, pictures, QR codes, page numbers and watermarks on PDF files. */
@NullMarked
package dev.patchbay.signatures.stamp;

import org.jspecify.annotations.NullMarked;
