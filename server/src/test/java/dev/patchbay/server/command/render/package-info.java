@NullMarked
package dev.patchbay.server.command.render;

import org.jspecify.annotations.NullMarked;
