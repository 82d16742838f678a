/** Document templates on the server: their desk, trials, and PDF files from a process beside. */
@NullMarked
package dev.patchbay.server.document;

import org.jspecify.annotations.NullMarked;
