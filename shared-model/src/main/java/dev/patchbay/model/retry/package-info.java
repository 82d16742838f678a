/** Bulk retries: plan, run, progress, items. */
@NullMarked
package dev.patchbay.model.retry;

import org.jspecify.annotations.NullMarked;
