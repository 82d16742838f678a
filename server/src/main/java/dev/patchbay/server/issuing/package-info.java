/** Documents as what a route ends in: made of a template, put where they belong, told of. */
@NullMarked
package dev.patchbay.server.issuing;

import org.jspecify.annotations.NullMarked;
