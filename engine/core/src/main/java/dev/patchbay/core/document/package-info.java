/** Documents that were made of templates: where they are, and what became of them. */
@NullMarked
package dev.patchbay.core.document;

import org.jspecify.annotations.NullMarked;
