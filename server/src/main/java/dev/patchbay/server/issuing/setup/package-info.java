/** What a connector of documents is set up with: outlets, stamps, a signature and its key. */
@NullMarked
package dev.patchbay.server.issuing.setup;

import org.jspecify.annotations.NullMarked;
