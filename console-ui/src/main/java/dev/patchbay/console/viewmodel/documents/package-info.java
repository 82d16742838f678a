/** Documents that routes made. */
@NullMarked
package dev.patchbay.console.viewmodel.documents;

import org.jspecify.annotations.NullMarked;
