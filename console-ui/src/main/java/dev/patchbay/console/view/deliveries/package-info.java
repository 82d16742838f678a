/** The list of deliveries, one of them, and retrying many. */
@NullMarked
package dev.patchbay.console.view.deliveries;

import org.jspecify.annotations.NullMarked;
