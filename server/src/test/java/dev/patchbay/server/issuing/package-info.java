@NullMarked
package dev.patchbay.server.issuing;

import org.jspecify.annotations.NullMarked;
