/** What is built in: filters, tests, functions and methods. */
@NullMarked
package dev.patchbay.documents.jinja.library;

import org.jspecify.annotations.NullMarked;
