/**
 * Core services that are asked by {@code GET} and answer JSON, with a token of their own or of an
 * Auth Service (RFC 6749, section 4.4).
 */
@NullMarked
package dev.patchbay.services.rest;

import org.jspecify.annotations.NullMarked;
