/** The Auth Service: clients, tokens, who may what. */
@NullMarked
package dev.patchbay.services.standin.auth;

import org.jspecify.annotations.NullMarked;
