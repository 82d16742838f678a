/** People and requests, made up from a seed. */
@NullMarked
package dev.patchbay.services.standin.data;

import org.jspecify.annotations.NullMarked;
