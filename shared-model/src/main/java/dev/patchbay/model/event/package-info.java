/** Events as callers post them and the receipts they get. */
@NullMarked
package dev.patchbay.model.event;

import org.jspecify.annotations.NullMarked;
