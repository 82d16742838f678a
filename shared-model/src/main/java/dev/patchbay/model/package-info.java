/** Records of the REST API, as both server and console see them. */
@NullMarked
package dev.patchbay.model;

import org.jspecify.annotations.NullMarked;
