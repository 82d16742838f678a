/** What the signatures of a PDF file are worth. */
@NullMarked
package dev.patchbay.model.signature;

import org.jspecify.annotations.NullMarked;
