package dev.patchbay.spreadsheets.write;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what passes through it. */
final class CountedOutput extends FilterOutputStream {
  private long count;

  CountedOutput(OutputStream output) {
    super(output);
  }

  long count() {
    return count;
  }

  @Override
  public void write(int value) throws IOException {
    out.write(value);
    count++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    count += length;
  }
}
