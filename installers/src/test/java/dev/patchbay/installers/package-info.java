/** What only shows where server and console meet. */
@NullMarked
package dev.patchbay.installers;

import org.jspecify.annotations.NullMarked;
