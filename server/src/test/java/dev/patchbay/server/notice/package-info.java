@NullMarked
package dev.patchbay.server.notice;

import org.jspecify.annotations.NullMarked;
