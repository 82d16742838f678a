package dev.patchbay.documents.rich;

/** A value that is more than text. Immutable. */
public sealed interface RichValue
    permits InlineImage, Listing, RichParagraphs, RichText, SignatureLine, Subdoc {
  /** WordprocessingML that stands in the place of the tag. */
  String markup(Surroundings part);
}
