package dev.patchbay.pdf.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.pdf.PdfProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeFolderTest {
  @TempDir private Path folder;

  @Test
  void isFoundThroughTheLinkOnThePath() throws IOException {
    var office = office();
    var bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("soffice"), office.resolve("program/soffice"));

    assertThat(OfficeFolder.found(folder.resolve("nothing") + File.pathSeparator + bin))
        .contains(new OfficeFolder(office));
  }

  @Test
  void isTheGivenOne() throws Exception {
    var office = office();
    Files.createFile(office.resolve("program/soffice.bin"));

    assertThat(OfficeFolder.of(office)).isEqualTo(new OfficeFolder(office));
  }

  @Test
  void isOfNoUseWithoutWriter() throws IOException {
    var office = office();
    Files.createFile(office.resolve("program/soffice.bin"));
    Files.delete(office.resolve("program/libswlo.so"));

    assertThat(OfficeFolder.found(office.resolve("program").toString())).isEmpty();
    assertThatThrownBy(() -> OfficeFolder.of(office))
        .hasMessage(
            "the LibreOffice in %s has no Writer. Install libreoffice-writer-nogui."
                .formatted(office));
  }

  @Test
  void isRefusedWhereThereIsNone() {
    assertThatThrownBy(() -> OfficeFolder.of(folder))
        .isInstanceOf(PdfProblem.class)
        .hasMessage(
            "there is no LibreOffice in "
                + folder
                + ". --office takes the folder that holds program/soffice.");
  }

  private Path office() throws IOException {
    var office = folder.toRealPath().resolve("libreoffice");
    var program = Files.createDirectories(office.resolve("program")).resolve("soffice");
    Files.createFile(program.resolveSibling("libswlo.so"));
    assertThat(Files.createFile(program).toFile().setExecutable(true)).isTrue();
    return office;
  }
}
