@NullMarked
package dev.patchbay.server.command.inspect;

import org.jspecify.annotations.NullMarked;
