/** The bench as a command. */
@NullMarked
package dev.patchbay.server.command.bench;

import org.jspecify.annotations.NullMarked;
