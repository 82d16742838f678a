/** The resources of {@code docs/rest-api.md}: they translate and delegate. */
@NullMarked
package dev.patchbay.server.rest;

import org.jspecify.annotations.NullMarked;
