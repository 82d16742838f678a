/** Routes, the events that come in by them, and deliveries, over REST. */
@NullMarked
package dev.patchbay.server.rest.delivery;

import org.jspecify.annotations.NullMarked;
