/** What events add up to, for those who read and do not follow them. */
@NullMarked
package dev.patchbay.core.readmodel;

import org.jspecify.annotations.NullMarked;
