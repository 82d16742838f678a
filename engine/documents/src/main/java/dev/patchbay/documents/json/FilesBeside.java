package dev.patchbay.documents.json;

import java.io.IOException;

/** Files that data refers to, such as pictures. */
@FunctionalInterface
public interface FilesBeside {
  /** The content of the file that stands under this name beside the data. */
  byte[] read(String name) throws IOException;
}
