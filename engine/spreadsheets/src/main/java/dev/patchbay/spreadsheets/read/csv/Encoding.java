package dev.patchbay.spreadsheets.read.csv;

import dev.patchbay.spreadsheets.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * How a text file is encoded: as its byte order mark says, else UTF-16 where every other byte is
 * zero, UTF-8 where the whole file is that, else what its bytes look most like; what tells nothing,
 * or looks like letters that are not written together, is taken as Windows-1252.
 *
 * @param markBytes how many bytes its mark has
 * @param said whether people say so, rather than the file
 */
record Encoding(Charset charset, int markBytes, boolean said) {
  private static final int CHUNK = 64 * 1024;
  private static final int FEW = 4;
  private static final int DETECTED_BYTES = 4 * 1024 * 1024;
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /**
   * What Windows writes where a standard is detected or said: the same, and characters beside it.
   */
  private static final Map<String, String> AS_WINDOWS_WRITES =
      Map.of(
          "Shift_JIS", "windows-31j",
          "EUC-KR", "x-windows-949",
          "Big5", "x-windows-950",
          "TIS-620", "x-windows-874");

  /**
   * The encoding of a file.
   *
   * @param said by people, null if nobody does
   */
  static Encoding of(Path file, @Nullable Charset said) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var head = ByteBuffer.allocate(4);
      channel.read(head, 0);
      var marked = byMark(head.flip());
      if (said != null) {
        int mark = marked.charset().equals(said) ? marked.markBytes() : 0;
        return new Encoding(asWindowsWrites(said), mark, true);
      }
      return marked.charset().equals(WESTERN) ? found(unmarked(channel), 0) : marked;
    }
  }

  private static Encoding found(Charset charset, int markBytes) {
    return new Encoding(charset, markBytes, false);
  }

  /** Western stands for: there is no mark. */
  private static Encoding byMark(ByteBuffer head) {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return found(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0xff, 0xfe, 0, 0)) {
      return found(StandardCharsets.UTF_32LE, 4);
    }
    if (startsWith(head, 0, 0, 0xfe, 0xff)) {
      return found(StandardCharsets.UTF_32BE, 4);
    }
    if (startsWith(head, 0xff, 0xfe)) {
      return found(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return found(StandardCharsets.UTF_16BE, 2);
    }
    return found(WESTERN, 0);
  }

  private static boolean startsWith(ByteBuffer head, int... bytes) {
    if (head.limit() < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (Byte.toUnsignedInt(head.get(i)) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset unmarked(FileChannel channel) throws IOException {
    var wide = wide(channel);
    if (wide.isPresent()) {
      return wide.get();
    }
    return isUtf8(channel) ? StandardCharsets.UTF_8 : detected(channel);
  }

  /** Two bytes a character, as it looks where most characters are Latin: one of the two is zero. */
  private static Optional<Charset> wide(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(CHUNK);
    channel.read(bytes, 0);
    int pairs = bytes.flip().limit() / 2;
    int[] zeros = new int[2];
    for (int i = 0; i < pairs * 2; i++) {
      zeros[i % 2] += bytes.get(i) == 0 ? 1 : 0;
    }
    if (pairs < FEW || zeros[0] > 0 == zeros[1] > 0 || zeros[0] + zeros[1] <= pairs / 2) {
      return Optional.empty();
    }
    return Optional.of(zeros[0] > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  private static boolean isUtf8(FileChannel channel) throws IOException {
    var decoder = strict(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(CHUNK);
    var chars = CharBuffer.allocate(CHUNK);
    channel.position(0);
    while (channel.read(bytes) >= 0) {
      if (decoder.decode(bytes.flip(), chars.clear(), false).isError()) {
        return false;
      }
      bytes.compact();
    }
    return !decoder.decode(bytes.flip(), chars.clear(), true).isError();
  }

  private static Charset detected(FileChannel channel) throws IOException {
    var detector = new UniversalDetector();
    var bytes = ByteBuffer.allocate(CHUNK);
    channel.position(0);
    for (int seen = 0; seen < DETECTED_BYTES && !detector.isDone(); seen += bytes.position()) {
      if (channel.read(bytes.clear()) <= 0) {
        break;
      }
      detector.handleData(bytes.array(), 0, bytes.position());
    }
    detector.dataEnd();
    var guess = known(detector.getDetectedCharset());
    channel.read(bytes.clear(), 0);
    return MixedWords.prevailIn(guess.decode(bytes.flip()).toString()) ? WESTERN : guess;
  }

  private static Charset known(@Nullable String name) throws Refusal {
    if (name == null || !Charset.isSupported(name) || name.equals("US-ASCII")) {
      return WESTERN;
    }
    if (name.startsWith("UTF-")) {
      throw new Refusal(
          "The file is %s text in most places and something else in others. Save it again as 'CSV UTF-8'."
              .formatted(name));
    }
    return asWindowsWrites(Charset.forName(name));
  }

  private static Charset asWindowsWrites(Charset standard) {
    var wider = AS_WINDOWS_WRITES.getOrDefault(standard.name(), standard.name());
    return Charset.isSupported(wider) ? Charset.forName(wider) : standard;
  }

  /** Whether a byte order mark or UTF-8 itself says so; others are guessed. */
  boolean isUnicode() {
    return charset.name().startsWith("UTF-");
  }

  /** Refuses bytes that are no text in this encoding. */
  CharsetDecoder decoder() {
    return strict(charset);
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
