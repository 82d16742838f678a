/** What screens and the shell around them know of each other. */
@NullMarked
package dev.patchbay.console.view.frame;

import org.jspecify.annotations.NullMarked;
