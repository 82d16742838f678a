/** Routes, and the editor of their mappings. */
@NullMarked
package dev.patchbay.console.view.routes;

import org.jspecify.annotations.NullMarked;
