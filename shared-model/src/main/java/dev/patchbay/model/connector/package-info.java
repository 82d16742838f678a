/** Connector types, configured connectors and their health. */
@NullMarked
package dev.patchbay.model.connector;

import org.jspecify.annotations.NullMarked;
