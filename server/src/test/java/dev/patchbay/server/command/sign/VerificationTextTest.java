package dev.patchbay.server.command.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.signature.SignatureFinding;
import dev.patchbay.model.signature.SignatureFinding.TimeSource;
import dev.patchbay.model.signature.Verdict;
import dev.patchbay.model.signature.Verification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTextTest {
  @Test
  void tellsWhatAndWhy() {
    var finding =
        new SignatureFinding(
            "Signature1",
            Verdict.INVALID,
            List.of("not intact"),
            List.of("a note"),
            "PAdES-BASELINE-T",
            "Ann\u001b[2J",
            "CN=Root",
            Instant.parse("2026-11-27T12:00:00Z"),
            TimeSource.TIME_STAMP,
            false,
            List.of("notes: 7"));

    assertThat(
            VerificationText.lines(
                new Verification(Verdict.INVALID, List.of("all wrong"), List.of(finding))))
        .containsExactly(
            "verify: invalid",
            "  all wrong",
            "  Signature1: invalid; Ann [2J, by a certificate of CN=Root; 2026-11-27T12:00:00Z by a"
                + " time-stamp authority; PAdES-BASELINE-T; something was put behind it",
            "    not intact",
            "    changed after it: notes: 7",
            "    a note");
  }
}
