/** Schedules that tell which secrets are old. */
@NullMarked
package dev.patchbay.server.age;

import org.jspecify.annotations.NullMarked;
