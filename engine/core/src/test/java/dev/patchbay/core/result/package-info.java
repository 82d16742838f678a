/** What every outbox does, and one in memory. */
@NullMarked
package dev.patchbay.core.result;

import org.jspecify.annotations.NullMarked;
