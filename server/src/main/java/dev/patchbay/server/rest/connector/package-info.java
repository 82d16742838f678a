/** Connectors, intakes, services and contracts over REST. */
@NullMarked
package dev.patchbay.server.rest.connector;

import org.jspecify.annotations.NullMarked;
