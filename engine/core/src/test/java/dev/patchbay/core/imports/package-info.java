@NullMarked
package dev.patchbay.core.imports;

import org.jspecify.annotations.NullMarked;
