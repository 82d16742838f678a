package dev.patchbay.model.imports;

/**
 * A field of a request that an import can fill.
 *
 * @param name such as {@code title} or {@code reporter.email}
 * @param required whether no request is made without it
 */
public record RequestField(String name, Kind kind, boolean required) {
  /** What a field holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    /** A day and time; how it is written can be told. */
    TIME,
    /** Texts with a comma or semicolon between them. */
    TEXTS
  }
}
