/** A hub in memory that speaks the REST API, for tests. */
@NullMarked
package dev.patchbay.console.fake;

import org.jspecify.annotations.NullMarked;
