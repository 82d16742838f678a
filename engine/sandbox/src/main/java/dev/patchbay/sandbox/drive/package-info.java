/** The methods of Drive v3 that a sync needs. */
@NullMarked
package dev.patchbay.sandbox.drive;

import org.jspecify.annotations.NullMarked;
