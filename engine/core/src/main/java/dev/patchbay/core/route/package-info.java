/** Which events go where. */
@NullMarked
package dev.patchbay.core.route;

import org.jspecify.annotations.NullMarked;
