/** The core services of this node: opened and closed as the configuration says. */
@NullMarked
package dev.patchbay.server.service;

import org.jspecify.annotations.NullMarked;
