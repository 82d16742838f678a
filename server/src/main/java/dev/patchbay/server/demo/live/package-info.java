/** A hub at work: a small city whose requests keep arriving, with the troubles of every day. */
@NullMarked
package dev.patchbay.server.demo.live;

import org.jspecify.annotations.NullMarked;
