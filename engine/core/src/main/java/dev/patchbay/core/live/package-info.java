/** Datasets as core services hold them now, asked for by their REST APIs. */
@NullMarked
package dev.patchbay.core.live;

import org.jspecify.annotations.NullMarked;
