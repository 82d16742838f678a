package dev.patchbay.server.command.sign;

import dev.patchbay.model.signature.SignatureFinding;
import dev.patchbay.model.signature.SignatureFinding.TimeSource;
import dev.patchbay.model.signature.Verification;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was found in a file, for people to read. What comes from the file commands no terminal. */
final class VerificationText {
  private VerificationText() {}

  /** First what the file is worth, then each signature with what there is to say about it. */
  static List<String> lines(Verification found) {
    var head = Stream.of("verify: " + word(found.verdict()));
    return Stream.of(
            head,
            found.reasons().stream().map(reason -> "  " + reason),
            found.signatures().stream().flatMap(VerificationText::lines))
        .flatMap(lines -> lines)
        .map(line -> line.replaceAll("\\p{Cc}", " "))
        .toList();
  }

  private static Stream<String> lines(SignatureFinding signature) {
    var details =
        Stream.of(
                signature.reasons().stream(),
                signature.changesAfter().stream().map(change -> "changed after it: " + change),
                signature.notes().stream())
            .flatMap(lines -> lines);
    return Stream.concat(Stream.of("  " + head(signature)), details.map(line -> "    " + line));
  }

  private static String head(SignatureFinding signature) {
    return "%s: %s; %s, by a certificate of %s; %s; %s; %s"
        .formatted(
            signature.field(),
            word(signature.verdict()),
            signature.signer(),
            signature.issuer(),
            time(signature),
            signature.level(),
            signature.wholeFile() ? "covers all of the file" : "something was put behind it");
  }

  private static String time(SignatureFinding signature) {
    if (signature.time() == null) {
      return "at a time that nobody says";
    }
    return signature.timeSource() == TimeSource.TIME_STAMP
        ? signature.time() + " by a time-stamp authority"
        : signature.time() + " as the signer says";
  }

  private static String word(Enum<?> verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
