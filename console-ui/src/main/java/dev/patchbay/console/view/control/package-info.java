/** The small parts that screens are made of; they know no screen. */
@NullMarked
package dev.patchbay.console.view.control;

import org.jspecify.annotations.NullMarked;
