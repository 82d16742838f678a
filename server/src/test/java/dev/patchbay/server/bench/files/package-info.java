@NullMarked
package dev.patchbay.server.bench.files;

import org.jspecify.annotations.NullMarked;
