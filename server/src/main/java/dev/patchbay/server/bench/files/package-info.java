/** How fast files are written and read, beside other libraries. */
@NullMarked
package dev.patchbay.server.bench.files;

import org.jspecify.annotations.NullMarked;
