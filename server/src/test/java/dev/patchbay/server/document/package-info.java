@NullMarked
package dev.patchbay.server.document;

import org.jspecify.annotations.NullMarked;
