/** Deliveries: the query, the list, one of them, saved views, retrying many. */
@NullMarked
package dev.patchbay.console.viewmodel.deliveries;

import org.jspecify.annotations.NullMarked;
