/** Word documents as text, to compare them. */
@NullMarked
package dev.patchbay.testkit.docx;

import org.jspecify.annotations.NullMarked;
