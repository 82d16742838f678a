/** Document templates: versions, faults, pages, trials. */
@NullMarked
package dev.patchbay.console.view.templates;

import org.jspecify.annotations.NullMarked;
