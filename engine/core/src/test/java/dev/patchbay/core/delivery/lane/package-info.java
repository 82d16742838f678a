@NullMarked
package dev.patchbay.core.delivery.lane;

import org.jspecify.annotations.NullMarked;
