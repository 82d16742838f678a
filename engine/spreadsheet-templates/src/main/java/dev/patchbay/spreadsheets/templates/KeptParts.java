package dev.patchbay.spreadsheets.templates;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a workbook that was filled. POI writes every part anew, as it understands it; so of all
 * parts that filling does not touch the bytes of the template are taken instead: charts, pivot
 * tables, other sheets.
 */
record KeptParts(Path template, XSSFWorkbook workbook, Target target) {
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String OF_PACKAGE = "_rels/.rels";

  void write(OutputStream output) throws IOException {
    var made = Files.createTempFile("filled", ".xlsx");
    try {
      try (var file = Files.newOutputStream(made)) {
        workbook.write(file);
      }
      splice(made, output);
    } finally {
      Files.delete(made);
    }
  }

  private void splice(Path made, OutputStream output) throws IOException {
    var touched = touched();
    // No part that is kept has a name beyond ASCII; pictures may, in whatever encoding.
    try (var before = new ZipFile(template.toFile(), StandardCharsets.ISO_8859_1);
        var after = new ZipFile(made.toFile())) {
      var zip = new ZipOutputStream(output);
      for (var entry : after.stream().toList()) {
        var kept = touched.contains(key(entry.getName())) ? null : before.getEntry(entry.getName());
        zip.putNextEntry(new ZipEntry(entry.getName()));
        try (var content =
            kept == null ? after.getInputStream(entry) : before.getInputStream(kept)) {
          content.transferTo(zip);
        }
        zip.closeEntry();
      }
      zip.finish();
    }
  }

  /** The place itself, what cells refer to by numbers, and what lists the parts. */
  private Set<String> touched() {
    var touched = new HashSet<String>(Set.of(key(CONTENT_TYPES), key(OF_PACKAGE)));
    touch(touched, workbook.getPackagePart());
    touch(touched, target.place().sheet().getPackagePart());
    touch(touched, workbook.getSharedStringSource().getPackagePart());
    touch(touched, workbook.getStylesSource().getPackagePart());
    target.table().ifPresent(table -> touch(touched, table.getPackagePart()));
    if (workbook.getCalculationChain() != null) {
      touch(touched, workbook.getCalculationChain().getPackagePart());
    }
    return touched;
  }

  private static void touch(Set<String> touched, PackagePart part) {
    var name = part.getPartName().getName().substring(1);
    int file = name.lastIndexOf('/') + 1;
    touched.add(key(name));
    touched.add(key(name.substring(0, file) + "_rels/" + name.substring(file) + ".rels"));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
