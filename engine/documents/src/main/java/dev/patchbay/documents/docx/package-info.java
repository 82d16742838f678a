/** Word's package: parts, the tags in them, and what is mended after rendering. */
@NullMarked
package dev.patchbay.documents.docx;

import org.jspecify.annotations.NullMarked;
