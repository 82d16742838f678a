package dev.patchbay.signatures.check;

import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Finds signatures that were taken out of a file, or replaced in it, by a change that was put
 * behind it: readers do not show them, but they are still in it.
 */
final class TakenOut {
  private TakenOut() {}

  /** Names of the fields of such signatures. */
  static List<String> from(FileStates file) {
    Map<String, String> taken = new LinkedHashMap<>();
    for (int end : file.ends()) {
      taken.putAll(signed(file, end));
    }
    taken.keySet().removeAll(signed(file, file.size()).keySet());
    return taken.values().stream().distinct().toList();
  }

  /** Names of fields by what is signed in them: another signature may stand in the same field. */
  private static Map<String, String> signed(FileStates file, int length) {
    Map<String, String> signed = new LinkedHashMap<>();
    try (var document = file.at(length)) {
      addSigned(document, signed);
    } catch (IOException noState) {
      // the words may stand anywhere, as in a file that is embedded
    }
    return signed;
  }

  private static void addSigned(PDDocument document, Map<String, String> signed)
      throws IOException {
    for (var field : document.getSignatureFields()) {
      var signature = field.getSignature();
      if (signature != null) {
        signed.put(
            HexFormat.of().formatHex(signature.getContents()), field.getFullyQualifiedName());
      }
    }
  }
}
