/** Messages that other systems send to the hub and sign. */
@NullMarked
package dev.patchbay.core.webhook;

import org.jspecify.annotations.NullMarked;
