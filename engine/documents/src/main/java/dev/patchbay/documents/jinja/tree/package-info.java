/** Templates that were read: statements and expressions, and the names in them. */
@NullMarked
package dev.patchbay.documents.jinja.tree;

import org.jspecify.annotations.NullMarked;
