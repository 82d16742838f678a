/**
 * What the author of a message target sees: somebody who takes a message for several people and
 * says of each of them what became of it.
 */
@NullMarked
package dev.patchbay.spi.message;

import org.jspecify.annotations.NullMarked;
