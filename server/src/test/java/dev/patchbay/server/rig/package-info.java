/** What the server's tests share: a running hub, a caller of its API, a sheet to look into. */
@NullMarked
package dev.patchbay.server.rig;

import org.jspecify.annotations.NullMarked;
