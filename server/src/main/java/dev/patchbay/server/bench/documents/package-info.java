/** What the bench measures of documents: Word templates filled in, and Word documents as PDF. */
@NullMarked
package dev.patchbay.server.bench.documents;

import org.jspecify.annotations.NullMarked;
