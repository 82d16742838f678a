/** What is broken on purpose, by name. */
@NullMarked
package dev.patchbay.server.chaos.fault;

import org.jspecify.annotations.NullMarked;
