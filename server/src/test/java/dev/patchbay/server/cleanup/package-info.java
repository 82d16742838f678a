@NullMarked
package dev.patchbay.server.cleanup;

import org.jspecify.annotations.NullMarked;
