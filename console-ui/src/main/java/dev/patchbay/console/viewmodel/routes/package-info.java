/** Routes, and mappings that are being edited. */
@NullMarked
package dev.patchbay.console.viewmodel.routes;

import org.jspecify.annotations.NullMarked;
