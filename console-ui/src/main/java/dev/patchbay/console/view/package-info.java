/**
 * The window and its shell; the screens are in rooms beside. Binds to view models, holds no
 * decisions.
 */
@NullMarked
package dev.patchbay.console.view;

import org.jspecify.annotations.NullMarked;
