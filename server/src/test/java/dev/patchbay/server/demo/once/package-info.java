@NullMarked
package dev.patchbay.server.demo.once;

import org.jspecify.annotations.NullMarked;
