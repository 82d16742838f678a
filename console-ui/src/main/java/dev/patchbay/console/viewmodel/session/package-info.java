/** Choosing a server, logging in to it, and staying in touch with it. */
@NullMarked
package dev.patchbay.console.viewmodel.session;

import org.jspecify.annotations.NullMarked;
