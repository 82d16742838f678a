/** The template language: Jinja2 3.1, read and carried out. */
@NullMarked
package dev.patchbay.documents.jinja;

import org.jspecify.annotations.NullMarked;
