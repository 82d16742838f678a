@NullMarked
package dev.patchbay.server.readmodel;

import org.jspecify.annotations.NullMarked;
