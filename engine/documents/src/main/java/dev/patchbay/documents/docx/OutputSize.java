package dev.patchbay.documents.docx;

import dev.patchbay.documents.jinja.value.Fault;

/** How large a document becomes: its rendered parts together, and the packed file. */
final class OutputSize {
  private final long most;
  private long parts;

  OutputSize(long most) {
    this.most = most;
  }

  /** A part that was rendered. */
  byte[] counted(byte[] part) {
    parts += part.length;
    refuseBeyond(parts);
    return part;
  }

  /** The packed file. */
  byte[] checked(byte[] docx) {
    refuseBeyond(docx.length);
    return docx;
  }

  private void refuseBeyond(long size) {
    if (size > most) {
      throw new Fault(
          "the document becomes larger than " + (most >> 20) + " MB",
          "Make its loops shorter, or hand in less data.");
    }
  }
}
