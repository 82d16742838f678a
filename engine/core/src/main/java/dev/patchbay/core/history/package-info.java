/** What people look up: lists, one delivery, counts. */
@NullMarked
package dev.patchbay.core.history;

import org.jspecify.annotations.NullMarked;
