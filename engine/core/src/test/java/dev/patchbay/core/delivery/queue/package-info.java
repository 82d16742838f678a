@NullMarked
package dev.patchbay.core.delivery.queue;

import org.jspecify.annotations.NullMarked;
