/** What the bench measures of documents: Word templates filled in by Patchbay and by docxtpl. */
@NullMarked
package dev.patchbay.server.bench.documents;

import org.jspecify.annotations.NullMarked;
