/**
 * What both demos stand on: a stand-in for Google, a server, and the REST API as a user calls it.
 */
@NullMarked
package dev.patchbay.server.demo;

import org.jspecify.annotations.NullMarked;
