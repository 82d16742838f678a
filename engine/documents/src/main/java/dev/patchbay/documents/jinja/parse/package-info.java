/** From text to statements and expressions. */
@NullMarked
package dev.patchbay.documents.jinja.parse;

import org.jspecify.annotations.NullMarked;
