/** Rows as JSON to any HTTP service: webhooks, core services, low-code platforms. */
@NullMarked
package dev.patchbay.connectors.http;

import org.jspecify.annotations.NullMarked;
