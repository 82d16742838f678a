/** What rows become: tables, documents, workbooks that people made. */
@NullMarked
package dev.patchbay.server.export.file;

import org.jspecify.annotations.NullMarked;
