/** Configuration as stored: what a change may end in, and the snapshot that nodes work with. */
@NullMarked
package dev.patchbay.core.config;

import org.jspecify.annotations.NullMarked;
