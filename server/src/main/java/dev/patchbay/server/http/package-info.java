/** The server's sockets: TLS, authentication before any body is read, limits, problems. */
@NullMarked
package dev.patchbay.server.http;

import org.jspecify.annotations.NullMarked;
