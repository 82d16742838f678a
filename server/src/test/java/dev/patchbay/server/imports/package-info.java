@NullMarked
package dev.patchbay.server.imports;

import org.jspecify.annotations.NullMarked;
