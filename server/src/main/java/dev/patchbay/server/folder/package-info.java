/** Files of folders that are imported, each once. */
@NullMarked
package dev.patchbay.server.folder;

import org.jspecify.annotations.NullMarked;
