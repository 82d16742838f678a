/** The read model of requests: setting it up, and the calls that read it. */
@NullMarked
package dev.patchbay.server.readmodel;

import org.jspecify.annotations.NullMarked;
