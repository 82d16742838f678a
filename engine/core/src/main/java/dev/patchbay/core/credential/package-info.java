/**
 * Secrets: sealed before they reach the database, opened only for the connector that needs them.
 */
@NullMarked
package dev.patchbay.core.credential;

import org.jspecify.annotations.NullMarked;
