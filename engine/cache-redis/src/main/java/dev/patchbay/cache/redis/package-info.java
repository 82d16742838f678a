/** What services answered, shared by the nodes of a hub through Redis. */
@NullMarked
package dev.patchbay.cache.redis;

import org.jspecify.annotations.NullMarked;
