/** Events that core services leave at brokers, and what must come of them. */
@NullMarked
package dev.patchbay.server.chaos.load;

import org.jspecify.annotations.NullMarked;
