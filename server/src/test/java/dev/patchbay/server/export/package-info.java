@NullMarked
package dev.patchbay.server.export;

import org.jspecify.annotations.NullMarked;
