/** Where files that the hub makes shall stand: paths made of templates. Pure. */
@NullMarked
package dev.patchbay.core.file;

import org.jspecify.annotations.NullMarked;
