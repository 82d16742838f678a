/** Routes and mappings: which events become which rows where. */
@NullMarked
package dev.patchbay.model.route;

import org.jspecify.annotations.NullMarked;
