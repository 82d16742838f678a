@NullMarked
package dev.patchbay.spreadsheets;

import org.jspecify.annotations.NullMarked;
