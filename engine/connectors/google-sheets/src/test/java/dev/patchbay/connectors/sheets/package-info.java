/** Tests of the Google Sheets connector, against the sandbox. */
@NullMarked
package dev.patchbay.connectors.sheets;

import org.jspecify.annotations.NullMarked;
