/** The ways that a demo's events can take to the hub, each with the real thing at its end. */
@NullMarked
package dev.patchbay.server.demo.channel;

import org.jspecify.annotations.NullMarked;
