/** PostgreSQL adapters of the core's ports: set-based JDBC, one statement per step. */
@NullMarked
package dev.patchbay.store;

import org.jspecify.annotations.NullMarked;
