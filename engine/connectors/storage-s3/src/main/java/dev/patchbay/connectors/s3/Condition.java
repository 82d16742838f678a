package dev.patchbay.connectors.s3;

import org.jspecify.annotations.Nullable;

/** When the server puts an object in its place. */
enum Condition {
  ALWAYS(null),
  /** Only if none stands there (RFC 9110, section 13.1.2). */
  IF_FREE("*");

  private final @Nullable String ifNoneMatch;

  Condition(@Nullable String ifNoneMatch) {
    this.ifNoneMatch = ifNoneMatch;
  }

  @Nullable String ifNoneMatch() {
    return ifNoneMatch;
  }
}
