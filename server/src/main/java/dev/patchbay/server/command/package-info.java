/** What people type: {@code patchbay server}, {@code patchbay sandbox} and so on. */
@NullMarked
package dev.patchbay.server.command;

import org.jspecify.annotations.NullMarked;
