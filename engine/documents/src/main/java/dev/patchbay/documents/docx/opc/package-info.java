/** The package that a document is, by ECMA-376 part 2: its archive, parts, types and relations. */
@NullMarked
package dev.patchbay.documents.docx.opc;

import org.jspecify.annotations.NullMarked;
