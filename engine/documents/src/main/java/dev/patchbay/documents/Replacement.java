package dev.patchbay.documents;

/**
 * A file inside the document that another one takes the place of. Bytes are not copied: whoever
 * hands them in must leave them alone.
 */
public sealed interface Replacement {
  /** What takes its place. */
  byte[] by();

  /** A picture, found by its content. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Media(byte[] what, byte[] by) implements Replacement {}

  /** An embedded document, found by its content. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Embedded(byte[] what, byte[] by) implements Replacement {}

  /** Any file, found by its name in the archive. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record ZipName(String what, byte[] by) implements Replacement {}

  /** A picture, found by its name, title or description in Word. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Named(String what, byte[] by) implements Replacement {}
}
