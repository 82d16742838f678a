/** Document templates, documents and their signatures over REST. */
@NullMarked
package dev.patchbay.server.rest.document;

import org.jspecify.annotations.NullMarked;
