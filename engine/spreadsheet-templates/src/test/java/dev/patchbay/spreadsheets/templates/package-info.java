@NullMarked
package dev.patchbay.spreadsheets.templates;

import org.jspecify.annotations.NullMarked;
