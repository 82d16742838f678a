/**
 * Word documents as PDF files: by LibreOffice where there is one, else by docx4j and Apache FOP.
 */
@NullMarked
package dev.patchbay.pdf;

import org.jspecify.annotations.NullMarked;
