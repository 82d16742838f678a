/** Users, roles and API keys. */
@NullMarked
package dev.patchbay.model.access;

import org.jspecify.annotations.NullMarked;
