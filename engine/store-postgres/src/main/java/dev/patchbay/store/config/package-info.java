/**
 * Configuration in PostgreSQL: changes go through Hibernate entities, which never leave this
 * package; what nodes read at start and on every request is plain SQL, so that a node that changes
 * nothing never starts Hibernate.
 */
@NullMarked
package dev.patchbay.store.config;

import org.jspecify.annotations.NullMarked;
