/** The durable log of accepted events: nothing is answered before it is committed. */
@NullMarked
package dev.patchbay.core.inbox;

import org.jspecify.annotations.NullMarked;
