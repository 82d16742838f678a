/** What every part of the REST API shares: pages, problems, who is calling. */
@NullMarked
package dev.patchbay.model;

import org.jspecify.annotations.NullMarked;
