/** Who is calling, what they may do, and how secrets are kept. */
@NullMarked
package dev.patchbay.server.security;

import org.jspecify.annotations.NullMarked;
