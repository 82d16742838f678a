package dev.patchbay.documents.rich;

/** The body of another document, shown by a tag with p behind its braces. */
public sealed interface Subdoc extends RichValue {
  /** All of a Word file. */
  final class File implements Subdoc {
    private final byte[] docx;

    /** Copies. */
    public File(byte[] docx) {
      this.docx = docx.clone();
    }

    @Override
    public String markup(Surroundings part) {
      return part.include(docx);
    }
  }

  /**
   * Paragraphs and tables as markup.
   *
   * @param xml WordprocessingML that stands in a body
   */
  record Body(String xml) implements Subdoc {
    @Override
    public String markup(Surroundings part) {
      return xml;
    }
  }
}
