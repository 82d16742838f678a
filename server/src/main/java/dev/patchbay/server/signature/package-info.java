/** PDF files stamped, signed and verified, by processes beside the server. */
@NullMarked
package dev.patchbay.server.signature;

import org.jspecify.annotations.NullMarked;
