/** What templates work with: Python's values, their text and their arithmetic. */
@NullMarked
package dev.patchbay.documents.jinja.value;

import org.jspecify.annotations.NullMarked;
