/** What has been kept for long enough, and is removed. */
@NullMarked
package dev.patchbay.store.cleanup;

import org.jspecify.annotations.NullMarked;
