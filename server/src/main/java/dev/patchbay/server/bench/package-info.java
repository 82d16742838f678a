/**
 * {@code patchbay bench}: what a running server does on this machine, measured from outside it and
 * beside a floor of plain PostgreSQL.
 */
@NullMarked
package dev.patchbay.server.bench;

import org.jspecify.annotations.NullMarked;
