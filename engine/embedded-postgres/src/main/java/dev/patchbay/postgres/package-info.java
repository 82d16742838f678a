/** A real PostgreSQL from Maven-published binaries, run as a child process with full durability. */
@NullMarked
package dev.patchbay.postgres;

import org.jspecify.annotations.NullMarked;
