/** Live events for consoles: server-sent events out of a ring buffer. */
@NullMarked
package dev.patchbay.server.stream;

import org.jspecify.annotations.NullMarked;
