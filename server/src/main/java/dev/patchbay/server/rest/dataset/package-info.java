/** Datasets, their policies and the read model over REST. */
@NullMarked
package dev.patchbay.server.rest.dataset;

import org.jspecify.annotations.NullMarked;
