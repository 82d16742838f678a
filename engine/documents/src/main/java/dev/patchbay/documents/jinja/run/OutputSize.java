package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.value.Fault;

/** How large a document becomes: its rendered parts together, and the file. */
public final class OutputSize {
  private final long most;
  private long parts;

  /** No document yet, which may become no larger than this, in bytes. */
  public OutputSize(long most) {
    this.most = most;
  }

  /** A part that was rendered; throws {@link Fault} if all become too large. */
  public byte[] counted(byte[] part) {
    parts += part.length;
    refuseBeyond(parts);
    return part;
  }

  /** What a part grows to while it is made; throws {@link Fault} if that is too much already. */
  public void foresee(long bytes) {
    refuseBeyond(parts + bytes);
  }

  /** The finished file; throws {@link Fault} if it is too large. */
  public byte[] checked(byte[] file) {
    refuseBeyond(file.length);
    return file;
  }

  private void refuseBeyond(long size) {
    if (size > most) {
      throw new Fault(
          "the document becomes larger than " + (most >> 20) + " MB",
          "Make its loops shorter, or hand in less data.");
    }
  }
}
