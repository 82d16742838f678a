@NullMarked
package dev.patchbay.core.enrich;

import org.jspecify.annotations.NullMarked;
