/**
 * Fetches from core services what events lack: one call for each thing, kept for a while, and never
 * more than a service bears. Knows no HTTP.
 */
@NullMarked
package dev.patchbay.core.enrich;

import org.jspecify.annotations.NullMarked;
