@NullMarked
package dev.patchbay.documents.json;

import org.jspecify.annotations.NullMarked;
