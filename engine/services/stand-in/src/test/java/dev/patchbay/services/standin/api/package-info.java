/** Tests of what the services do. */
@NullMarked
package dev.patchbay.services.standin.api;

import org.jspecify.annotations.NullMarked;
