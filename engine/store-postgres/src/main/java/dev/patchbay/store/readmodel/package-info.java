/** The read model of requests: a target that routes fill, and what is read of it. */
@NullMarked
package dev.patchbay.store.readmodel;

import org.jspecify.annotations.NullMarked;
