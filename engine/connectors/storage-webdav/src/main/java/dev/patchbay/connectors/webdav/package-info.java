/** Files on a WebDAV server (RFC 4918), such as Apache, nginx or Nextcloud. */
@NullMarked
package dev.patchbay.connectors.webdav;

import org.jspecify.annotations.NullMarked;
