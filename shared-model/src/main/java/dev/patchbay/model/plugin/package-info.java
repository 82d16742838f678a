/** What connectors, intakes and services share: all are named instances of a plugin type. */
@NullMarked
package dev.patchbay.model.plugin;

import org.jspecify.annotations.NullMarked;
