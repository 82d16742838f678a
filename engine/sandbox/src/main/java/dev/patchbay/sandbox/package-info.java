/**
 * The local stand-in for Google: Sheets v4, Drive v3 and the OAuth token endpoint on one loopback
 * port.
 */
@NullMarked
package dev.patchbay.sandbox;

import org.jspecify.annotations.NullMarked;
