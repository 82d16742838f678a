/** Tests of the REST service against a real HTTP server and a broken network. */
@NullMarked
package dev.patchbay.services.rest;

import org.jspecify.annotations.NullMarked;
