/** Data and options of renderings as JSON. */
@NullMarked
package dev.patchbay.documents.json;

import org.jspecify.annotations.NullMarked;
