/** What the screens show and decide, testable without a toolkit. Knows no scene graph. */
@NullMarked
package dev.patchbay.console.viewmodel;

import org.jspecify.annotations.NullMarked;
