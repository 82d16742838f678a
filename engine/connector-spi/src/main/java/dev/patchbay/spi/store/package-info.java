/**
 * What the author of a file store sees: a place that takes whole files. Whoever makes a file hands
 * it over with its length and checksum, so that any format can go to any store. {@link
 * dev.patchbay.spi.store.Publisher} has what all stores do alike; a store brings the few calls of
 * {@link dev.patchbay.spi.store.Shelf}.
 */
@NullMarked
package dev.patchbay.spi.store;

import org.jspecify.annotations.NullMarked;
