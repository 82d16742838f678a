/** Tests of the stand-in. */
@NullMarked
package dev.patchbay.services.standin;

import org.jspecify.annotations.NullMarked;
