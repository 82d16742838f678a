package dev.patchbay.documents;

/** What has become of a rendering. */
public sealed interface Rendition {
  /** The document, of the kind of its template; the bytes are the caller's. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Made(byte[] file) implements Rendition {}

  /** There is none. */
  record Failed(TemplateProblem problem) implements Rendition {}
}
