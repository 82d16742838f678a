/**
 * What connectors to Google's services have in common: credentials, the one way a call is sent, and
 * why it may bring no answer. It knows no single service.
 */
@NullMarked
package dev.patchbay.google;

import org.jspecify.annotations.NullMarked;
