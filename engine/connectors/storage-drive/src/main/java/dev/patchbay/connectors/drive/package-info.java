/** Files in a folder of Google Drive, by resumable upload: nobody sees one before it is whole. */
@NullMarked
package dev.patchbay.connectors.drive;

import org.jspecify.annotations.NullMarked;
