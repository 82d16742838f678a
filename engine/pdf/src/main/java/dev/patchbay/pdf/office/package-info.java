/** Word documents as PDF files by LibreOffice, in processes of its own that JODConverter keeps. */
@NullMarked
package dev.patchbay.pdf.office;

import org.jspecify.annotations.NullMarked;
