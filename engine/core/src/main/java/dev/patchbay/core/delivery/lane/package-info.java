/** This node's part of the lanes: leases, and the worker of each lane. */
@NullMarked
package dev.patchbay.core.delivery.lane;

import org.jspecify.annotations.NullMarked;
