@NullMarked
package dev.patchbay.server.command.sign;

import org.jspecify.annotations.NullMarked;
