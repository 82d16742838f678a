/** XML parts as pieces, taken apart and put together without loss. */
@NullMarked
package dev.patchbay.documents.docx.xml;

import org.jspecify.annotations.NullMarked;
