package dev.patchbay.pdf.office;

import dev.patchbay.pdf.font.BundledFont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Settings of a LibreOffice of our own, which nobody's own settings change: no macro runs, no link
 * is followed, nothing outside of a document is loaded.
 */
final class OfficeProfile {
  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
      <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
      <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
      <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
      <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
      </oor:items>
      """;

  private OfficeProfile() {}

  /** Writes them, and the bundled fonts, into a folder that processes of LibreOffice copy. */
  static void write(Path folder) throws IOException {
    var user = Files.createDirectories(folder.resolve("user"));
    Files.writeString(user.resolve("registrymodifications.xcu"), SETTINGS);
    var fonts = Files.createDirectory(user.resolve("fonts"));
    for (var font : BundledFont.all()) {
      try (var file = font.open()) {
        Files.copy(file, fonts.resolve(font.name() + ".ttf"));
      }
    }
  }
}
