/**
 * Configured, named instances of plugin types: connectors, intakes, services, and where they are
 * kept.
 */
@NullMarked
package dev.patchbay.core.plugin;

import org.jspecify.annotations.NullMarked;
