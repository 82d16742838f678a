/** What Request, User and Notification Service do. */
@NullMarked
package dev.patchbay.services.standin.api;

import org.jspecify.annotations.NullMarked;
