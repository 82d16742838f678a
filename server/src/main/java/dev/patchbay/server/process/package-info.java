/** Java processes that work for the server, for one order or for many, with memory of their own. */
@NullMarked
package dev.patchbay.server.process;

import org.jspecify.annotations.NullMarked;
