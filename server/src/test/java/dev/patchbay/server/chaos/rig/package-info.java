/** Two nodes and everything around them, each piece behind a proxy where its network can fail. */
@NullMarked
package dev.patchbay.server.chaos.rig;

import org.jspecify.annotations.NullMarked;
