@NullMarked
package dev.patchbay.core.delivery.attempt;

import org.jspecify.annotations.NullMarked;
