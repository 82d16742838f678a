/** The configuration a node works with: loaded, compiled, kept current, and changed. */
@NullMarked
package dev.patchbay.server.config;

import org.jspecify.annotations.NullMarked;
