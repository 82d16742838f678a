/** What the data of each event type may carry. */
@NullMarked
package dev.patchbay.core.contract;

import org.jspecify.annotations.NullMarked;
