/** Mail about runs that failed, were left out, or work again. */
@NullMarked
package dev.patchbay.server.notice;

import org.jspecify.annotations.NullMarked;
