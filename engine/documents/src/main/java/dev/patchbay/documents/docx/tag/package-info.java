/** Tags in the runs of a part, and those that stand for what is around them. */
@NullMarked
package dev.patchbay.documents.docx.tag;

import org.jspecify.annotations.NullMarked;
