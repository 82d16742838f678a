@NullMarked
package dev.patchbay.core.connector;

import org.jspecify.annotations.NullMarked;
