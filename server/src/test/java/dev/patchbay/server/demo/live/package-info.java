@NullMarked
package dev.patchbay.server.demo.live;

import org.jspecify.annotations.NullMarked;
