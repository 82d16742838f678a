/** A stand-in of the core services, for demos and tests. */
@NullMarked
package dev.patchbay.services.standin;

import org.jspecify.annotations.NullMarked;
