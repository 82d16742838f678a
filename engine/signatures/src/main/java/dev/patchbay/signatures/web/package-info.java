/** Asking authorities: for the time, for certificates, and whether one is revoked. */
@NullMarked
package dev.patchbay.signatures.web;

import org.jspecify.annotations.NullMarked;
