/** Documents that routes made, and what became of them. */
@NullMarked
package dev.patchbay.console.view.documents;

import org.jspecify.annotations.NullMarked;
