/** The intakes of this node: opened, closed and watched as the configuration says. */
@NullMarked
package dev.patchbay.server.intake;

import org.jspecify.annotations.NullMarked;
