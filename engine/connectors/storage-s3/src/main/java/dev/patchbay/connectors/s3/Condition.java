package dev.patchbay.connectors.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * When the server puts an object in its place (RFC 9110, section 13.1).
 *
 * @param ifNoneMatch of which none may stand there; null for any
 * @param ifMatch entity tag of the one that has to stand there; null for any
 */
record Condition(@Nullable String ifNoneMatch, @Nullable String ifMatch) {
  static final Condition ALWAYS = new Condition(null, null);

  /** Only if none stands there. */
  static final Condition IF_FREE = new Condition("*", null);

  /** Only while it is as it was seen. */
  static Condition ifStill(HeadObjectResponse seen) {
    return new Condition(null, seen.eTag());
  }
}
