/** Events as CloudEvents 1.0 envelopes: reading, identity, order. */
@NullMarked
package dev.patchbay.core.event;

import org.jspecify.annotations.NullMarked;
