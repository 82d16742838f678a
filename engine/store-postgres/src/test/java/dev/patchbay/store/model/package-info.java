/**
 * The model test: random commands on the real lanes and a real database, beside a far side and a
 * book of what must hold.
 */
@NullMarked
package dev.patchbay.store.model;

import org.jspecify.annotations.NullMarked;
