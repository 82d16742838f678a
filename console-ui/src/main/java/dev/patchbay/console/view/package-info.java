/** The scene graph: binds to view models, holds no decisions. Looks live in patchbay.css. */
@NullMarked
package dev.patchbay.console.view;

import org.jspecify.annotations.NullMarked;
