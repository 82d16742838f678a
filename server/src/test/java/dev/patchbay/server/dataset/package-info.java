@NullMarked
package dev.patchbay.server.dataset;

import org.jspecify.annotations.NullMarked;
