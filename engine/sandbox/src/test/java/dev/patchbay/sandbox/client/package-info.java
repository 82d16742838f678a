/** The official clients of Google, unchanged, against the sandbox. */
@NullMarked
package dev.patchbay.sandbox.client;

import org.jspecify.annotations.NullMarked;
