/** The REST API as a user calls it, for the demos and the bench. */
@NullMarked
package dev.patchbay.server.client;

import org.jspecify.annotations.NullMarked;
