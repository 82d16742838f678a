/** What a document may not do: reach out, run something, or lead somewhere else. */
@NullMarked
package dev.patchbay.documents.docx.check;

import org.jspecify.annotations.NullMarked;
