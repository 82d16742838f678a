/** Where a person is and was, and where one can go. */
@NullMarked
package dev.patchbay.console.viewmodel.navigation;

import org.jspecify.annotations.NullMarked;
