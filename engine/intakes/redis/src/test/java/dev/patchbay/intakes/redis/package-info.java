/** Tests of the Redis Streams intake, most of them against a real Redis. */
@NullMarked
package dev.patchbay.intakes.redis;

import org.jspecify.annotations.NullMarked;
