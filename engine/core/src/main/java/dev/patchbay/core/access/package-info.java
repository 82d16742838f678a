/** Users and their API keys. */
@NullMarked
package dev.patchbay.core.access;

import org.jspecify.annotations.NullMarked;
