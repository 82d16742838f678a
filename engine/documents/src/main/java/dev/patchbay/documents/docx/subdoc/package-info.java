/** A document within another, with its styles, lists and pictures. */
@NullMarked
package dev.patchbay.documents.docx.subdoc;

import org.jspecify.annotations.NullMarked;
