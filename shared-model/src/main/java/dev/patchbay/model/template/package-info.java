/** Document templates: their versions, what is said of them, and trials. */
@NullMarked
package dev.patchbay.model.template;

import org.jspecify.annotations.NullMarked;
