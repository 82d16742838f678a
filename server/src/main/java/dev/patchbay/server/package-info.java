/** Where the server's JVM starts. */
@NullMarked
package dev.patchbay.server;

import org.jspecify.annotations.NullMarked;
