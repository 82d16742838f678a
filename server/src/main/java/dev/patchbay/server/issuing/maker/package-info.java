/** Documents made of templates and values. */
@NullMarked
package dev.patchbay.server.issuing.maker;

import org.jspecify.annotations.NullMarked;
