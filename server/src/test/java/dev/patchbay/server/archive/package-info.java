@NullMarked
package dev.patchbay.server.archive;

import org.jspecify.annotations.NullMarked;
