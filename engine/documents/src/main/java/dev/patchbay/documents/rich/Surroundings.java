package dev.patchbay.documents.rich;

/** What a value may use of the part that it is put into. For one rendering. */
public interface Surroundings {
  /** The relationship of a link to the outside. */
  String link(String url);

  /** The relationship of a picture, which is stored in the document once. */
  String picture(Picture picture);

  /** The body of another document, whose pictures and styles come along. */
  String include(byte[] docx);
}
