/** Intakes: channels that events of core services arrive by, their health and their gaps. */
@NullMarked
package dev.patchbay.model.intake;

import org.jspecify.annotations.NullMarked;
