@NullMarked
package dev.patchbay.documents.jinja;

import org.jspecify.annotations.NullMarked;
