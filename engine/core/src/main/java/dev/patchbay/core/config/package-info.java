/** Configuration as stored: the snapshot that nodes work with. */
@NullMarked
package dev.patchbay.core.config;

import org.jspecify.annotations.NullMarked;
