/** HTML templates: which HTML is let in, and where tags may stand in it. */
@NullMarked
package dev.patchbay.documents.html;

import org.jspecify.annotations.NullMarked;
