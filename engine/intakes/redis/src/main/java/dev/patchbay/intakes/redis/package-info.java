/** Redis Streams intake. */
@NullMarked
package dev.patchbay.intakes.redis;

import org.jspecify.annotations.NullMarked;
