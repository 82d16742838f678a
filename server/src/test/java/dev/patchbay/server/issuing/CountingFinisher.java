package dev.patchbay.server.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.server.signature.PdfFinisher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a number behind files, so that none is like another, as a signature has a time. */
public final class CountingFinisher implements PdfFinisher {
  public static final Instant UNTIL = Instant.parse("2026-06-30T12:00:00Z");

  private final List<Finishing> asked = new ArrayList<>();
  private Optional<Finished> answer = Optional.empty();
  private Rehearsal rehearsal = new Rehearsal.Fine();
  private Opening opening = new Opening.Opened("Ann Example", UNTIL);

  List<Finishing> asked() {
    return asked;
  }

  /** From now on it says so of every file. */
  public void answer(Finished always) {
    answer = Optional.of(always);
  }

  /** From now on it signs. */
  public void answersItself() {
    answer = Optional.empty();
  }

  /** What it says of stamps. */
  public void rehearsal(Rehearsal says) {
    rehearsal = says;
  }

  /** What it says of keys. */
  public void opening(Opening says) {
    opening = says;
  }

  @Override
  public Finished finish(byte[] pdf, Finishing how) {
    asked.add(how);
    var signed = new String(pdf, UTF_8) + ", signature " + asked.size();
    return answer.orElseGet(() -> new Finished.Done(signed.getBytes(UTF_8)));
  }

  @Override
  public Rehearsal rehearse(JsonNode stamps) {
    return rehearsal;
  }

  @Override
  public Opening open(ObjectNode key) {
    return opening;
  }
}
