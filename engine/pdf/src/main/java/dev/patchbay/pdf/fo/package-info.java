/** Word documents as PDF files within this JVM, by docx4j and Apache FOP. */
@NullMarked
package dev.patchbay.pdf.fo;

import org.jspecify.annotations.NullMarked;
