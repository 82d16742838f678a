/** Word templates and the documents that are made of them. */
@NullMarked
package dev.patchbay.documents;

import org.jspecify.annotations.NullMarked;
