@NullMarked
package dev.patchbay.spreadsheets.bench;

import org.jspecify.annotations.NullMarked;
