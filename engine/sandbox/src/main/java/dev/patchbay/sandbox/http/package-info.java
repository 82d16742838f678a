/** Calls and answers on the wire: routing, JSON, field masks, errors in Google's shapes, gzip. */
@NullMarked
package dev.patchbay.sandbox.http;

import org.jspecify.annotations.NullMarked;
