package dev.patchbay.server.issuing.setup;

import dev.patchbay.server.signature.PdfFinisher;
import dev.patchbay.server.signature.PdfFinisher.Finishing;
import dev.patchbay.server.signature.PdfFinisher.Rehearsal;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a connector does to the PDF files that leave through it: stamps, then a signature. */
public record PdfFinish(
    Optional<StampPlan> stamps, Optional<SignaturePlan> signature, SigningKey key) {
  static final String STAMPS = "stamps";

  private static final int LONGEST_STAMPS = 1_000_000;

  public static List<Setting> form() {
    var stamps =
        new Setting(
            STAMPS,
            "Stamps",
            "A list as ./patchbay stamp takes it, for PDF files; texts and links may have"
                + " {document}, {key} and {date}.",
            Kind.MULTILINE,
            false,
            false);
    return Stream.of(List.of(stamps), SignaturePlan.form(), SigningKey.form())
        .flatMap(List::stream)
        .toList();
  }

  public static List<SettingFault> faults(Map<String, String> settings, PdfFinisher finisher) {
    var faults = new ArrayList<>(SignaturePlan.faults(settings));
    Outlets.given(settings, STAMPS)
        .flatMap(json -> fault(json, finisher))
        .ifPresent(message -> faults.add(new SettingFault(STAMPS, message)));
    return faults;
  }

  private static Optional<String> fault(String json, PdfFinisher finisher) {
    if (json.length() > LONGEST_STAMPS) {
      return Optional.of("has more than 1,000,000 characters: take smaller pictures");
    }
    try {
      var plan = StampPlan.parse(json);
      return switch (finisher.rehearse(plan.filled(StampPlan.Values.SAMPLE))) {
        case Rehearsal.Fine _ -> Optional.empty();
        case Rehearsal.Faulty(var reason) -> Optional.of(reason);
      };
    } catch (IllegalArgumentException faulty) {
      return Optional.of(String.valueOf(faulty.getMessage()));
    }
  }

  /** Whether settings ask for anything to be done. */
  public static boolean isAskedFor(Map<String, String> settings) {
    return Stream.of(STAMPS, SignaturePlan.SIGN)
        .anyMatch(it -> Outlets.given(settings, it).isPresent());
  }

  /** That of settings without a fault. */
  public static PdfFinish of(Map<String, String> settings, SigningKey key) {
    return new PdfFinish(
        Outlets.given(settings, STAMPS).map(StampPlan::parse), SignaturePlan.of(settings), key);
  }

  /** Whether files leave as they are made. */
  public boolean isNone() {
    return stamps.isEmpty() && signature.isEmpty();
  }

  /**
   * What is done to one document; empty if nothing is.
   *
   * @throws IllegalArgumentException if there is no key, saying what to do
   */
  public Optional<Finishing> of(StampPlan.Values values) {
    return isNone()
        ? Optional.empty()
        : Optional.of(
            new Finishing(
                stamps.map(plan -> plan.filled(values)),
                signature.map(plan -> plan.order(key.order()))));
  }
}
