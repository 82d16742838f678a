/** Work that takes longer than a call: its runs, their progress and what comes of them. */
@NullMarked
package dev.patchbay.model.job;

import org.jspecify.annotations.NullMarked;
