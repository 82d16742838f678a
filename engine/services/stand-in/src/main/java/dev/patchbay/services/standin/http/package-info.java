/** Calls, answers and the edge to HTTP. */
@NullMarked
package dev.patchbay.services.standin.http;

import org.jspecify.annotations.NullMarked;
