/** The form of a schedule, with a part for each thing that one can do. */
@NullMarked
package dev.patchbay.console.view.schedules;

import org.jspecify.annotations.NullMarked;
