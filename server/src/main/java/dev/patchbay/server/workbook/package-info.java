/** Workbooks that people made, looked over and filled by processes beside the server. */
@NullMarked
package dev.patchbay.server.workbook;

import org.jspecify.annotations.NullMarked;
