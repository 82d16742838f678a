/** Document templates on the server: their life, and trials of them. */
@NullMarked
package dev.patchbay.server.template;

import org.jspecify.annotations.NullMarked;
