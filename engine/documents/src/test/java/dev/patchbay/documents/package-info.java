@NullMarked
package dev.patchbay.documents;

import org.jspecify.annotations.NullMarked;
