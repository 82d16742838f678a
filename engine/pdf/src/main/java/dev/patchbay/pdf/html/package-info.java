/** HTML files as PDF files, by openhtmltopdf. */
@NullMarked
package dev.patchbay.pdf.html;

import org.jspecify.annotations.NullMarked;
