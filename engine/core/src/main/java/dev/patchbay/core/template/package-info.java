/** Document templates: their versions, what they may use of events, and how they are filled in. */
@NullMarked
package dev.patchbay.core.template;

import org.jspecify.annotations.NullMarked;
