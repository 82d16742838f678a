@NullMarked
package dev.patchbay.core.delivery.row;

import org.jspecify.annotations.NullMarked;
