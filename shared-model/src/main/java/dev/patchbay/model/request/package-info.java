/** What is known of citizens' requests, put together from events. */
@NullMarked
package dev.patchbay.model.request;

import org.jspecify.annotations.NullMarked;
