/** Connectors, their switches and settings. */
@NullMarked
package dev.patchbay.console.viewmodel.connectors;

import org.jspecify.annotations.NullMarked;
