@NullMarked
package dev.patchbay.core.delivery;

import org.jspecify.annotations.NullMarked;
