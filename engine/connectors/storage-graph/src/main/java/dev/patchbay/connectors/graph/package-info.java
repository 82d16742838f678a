/**
 * Files in OneDrive and SharePoint by Microsoft Graph: small ones in one request, larger ones by an
 * upload session. Nobody sees a file before it is whole.
 */
@NullMarked
package dev.patchbay.connectors.graph;

import org.jspecify.annotations.NullMarked;
