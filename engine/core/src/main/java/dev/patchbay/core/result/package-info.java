/** What the hub tells core services: what became of their events. */
@NullMarked
package dev.patchbay.core.result;

import org.jspecify.annotations.NullMarked;
