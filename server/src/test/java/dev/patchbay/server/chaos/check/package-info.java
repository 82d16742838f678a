/** What has to hold after every fault. */
@NullMarked
package dev.patchbay.server.chaos.check;

import org.jspecify.annotations.NullMarked;
