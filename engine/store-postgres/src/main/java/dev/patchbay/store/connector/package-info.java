/** Run-time state of connectors in PostgreSQL. */
@NullMarked
package dev.patchbay.store.connector;

import org.jspecify.annotations.NullMarked;
