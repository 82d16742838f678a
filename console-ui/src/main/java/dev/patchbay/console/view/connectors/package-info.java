/** Connectors, their health and their settings. */
@NullMarked
package dev.patchbay.console.view.connectors;

import org.jspecify.annotations.NullMarked;
