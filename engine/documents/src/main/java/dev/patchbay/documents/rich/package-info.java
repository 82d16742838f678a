/** Values that are markup: rich text, listings, pictures, sub-documents. */
@NullMarked
package dev.patchbay.documents.rich;

import org.jspecify.annotations.NullMarked;
