/** Statements carried out and expressions worked out, within a budget. */
@NullMarked
package dev.patchbay.documents.jinja.run;

import org.jspecify.annotations.NullMarked;
