@NullMarked
package dev.patchbay.documents.docx;

import org.jspecify.annotations.NullMarked;
