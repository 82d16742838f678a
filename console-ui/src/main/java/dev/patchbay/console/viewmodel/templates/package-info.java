/** Document templates, their versions and trials. */
@NullMarked
package dev.patchbay.console.viewmodel.templates;

import org.jspecify.annotations.NullMarked;
