/** Credentials: the service-account key, access tokens, scopes and the token endpoint. */
@NullMarked
package dev.patchbay.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
