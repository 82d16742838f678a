package dev.patchbay.signatures.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Finds signatures that were taken out of a file by a change that was put behind it: readers do not
 * show them, but they are still in it.
 */
final class TakenOut {
  private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_REVISIONS = 100;

  private TakenOut() {}

  /** Names of the fields of such signatures. */
  static List<String> from(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var signed = new LinkedHashSet<String>();
    for (int end : ends(bytes)) {
      signed.addAll(signed(bytes, end));
    }
    signed.removeAll(signed(bytes, bytes.length));
    return List.copyOf(signed);
  }

  /** Where the file ended at some time: behind its last words. */
  private static List<Integer> ends(byte[] bytes) {
    var ends = new ArrayList<Integer>();
    for (int at = bytes.length - END.length; at >= 0; at--) {
      if (isEnd(bytes, at)) {
        ends.addFirst(at + END.length);
      }
    }
    return ends.size() > MOST_REVISIONS
        ? ends.subList(ends.size() - MOST_REVISIONS, ends.size())
        : ends;
  }

  private static boolean isEnd(byte[] bytes, int at) {
    for (int i = 0; i < END.length; i++) {
      if (bytes[at + i] != END[i]) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> signed(byte[] bytes, int length) {
    var names = new LinkedHashSet<String>();
    var part = ByteBuffer.wrap(bytes, 0, length).slice();
    try (var document = Loader.loadPDF(new RandomAccessReadBuffer(part))) {
      addSigned(document, names);
    } catch (IOException | RuntimeException noRevision) {
      // the words may stand anywhere, as in a file that is embedded
    }
    return names;
  }

  private static void addSigned(PDDocument document, Set<String> names) throws IOException {
    for (var field : document.getSignatureFields()) {
      if (field.getSignature() != null) {
        names.add(field.getFullyQualifiedName());
      }
    }
  }
}
