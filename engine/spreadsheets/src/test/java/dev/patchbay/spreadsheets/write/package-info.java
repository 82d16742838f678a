@NullMarked
package dev.patchbay.spreadsheets.write;

import org.jspecify.annotations.NullMarked;
