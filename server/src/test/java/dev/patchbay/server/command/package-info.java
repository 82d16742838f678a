@NullMarked
package dev.patchbay.server.command;

import org.jspecify.annotations.NullMarked;
