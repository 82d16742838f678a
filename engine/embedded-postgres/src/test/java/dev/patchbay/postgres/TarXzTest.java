package dev.patchbay.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TarXzTest {
  private static final int EXECUTABLE = 0b111_101_101;
  @TempDir Path directory;

  @Test
  void keepsContentExecuteBitAndLinks() throws IOException {
    var program = new TarArchiveEntry("bin/postgres");
    program.setMode(EXECUTABLE);
    var link = new TarArchiveEntry("bin/latest", TarConstants.LF_SYMLINK);
    link.setLinkName("postgres");

    TarXz.unpack(archive("#!/bin/sh", program, link), directory);

    assertThat(directory.resolve("bin/postgres")).hasContent("#!/bin/sh").isExecutable();
    assertThat(Files.readSymbolicLink(directory.resolve("bin/latest"))).hasToString("postgres");
  }

  @Test
  void refusesAFileOutsideTheTarget() throws IOException {
    var archive = archive("x", new TarArchiveEntry("../outside"));

    assertThatThrownBy(() -> TarXz.unpack(archive, directory.resolve("inner")))
        .hasMessageContaining("outside itself");
    assertThat(directory.resolve("outside")).doesNotExist();
  }

  private static ByteArrayInputStream archive(String content, TarArchiveEntry... entries)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var data = content.getBytes(StandardCharsets.UTF_8);
    try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options()))) {
      for (var entry : entries) {
        entry.setSize(entry.isSymbolicLink() ? 0 : data.length);
        tar.putArchiveEntry(entry);
        if (!entry.isSymbolicLink()) {
          tar.write(data);
        }
        tar.closeArchiveEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
