/** {@code patchbay render}: a document made of a Word template and data. */
@NullMarked
package dev.patchbay.server.command.render;

import org.jspecify.annotations.NullMarked;
