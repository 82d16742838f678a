@NullMarked
package dev.patchbay.server.reconcile;

import org.jspecify.annotations.NullMarked;
