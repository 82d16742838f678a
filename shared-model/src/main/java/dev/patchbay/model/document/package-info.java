/** Documents that were made of templates, and what became of them. */
@NullMarked
package dev.patchbay.model.document;

import org.jspecify.annotations.NullMarked;
