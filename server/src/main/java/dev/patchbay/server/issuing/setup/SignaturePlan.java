package dev.patchbay.server.issuing.setup;

import static dev.patchbay.server.issuing.setup.Outlets.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a connector signs, but for its key.
 *
 * @param authority that says the time, where one is asked
 * @param shown where on the last page the signature is seen, if it is
 * @param reason why it is signed, as readers show it; empty for none
 */
public record SignaturePlan(
    Level level, Optional<URI> authority, Optional<String> shown, String reason) {
  static final String SIGN = "sign";
  static final String AUTHORITY = "sign-tsa";
  static final String SHOWN = "sign-visible";
  static final String REASON = "sign-reason";

  private static final Optional<Level> TIMED = Optional.of(Level.T);
  private static final int LONGEST_REASON = 200;
  private static final int AUTHORITY_SECONDS = 20;
  private static final double WIDTH_MM = 60;
  private static final double HEIGHT_MM = 20;
  private static final double MARGIN_MM = 10;
  private static final int LAST_PAGE = -1;
  private static final List<String> PLACES =
      List.of(
          "top-left",
          "top",
          "top-right",
          "left",
          "center",
          "right",
          "bottom-left",
          "bottom",
          "bottom-right");

  /** How much a signature holds. */
  enum Level {
    /** Signature and certificate. */
    B,
    /** And the time, by an authority. */
    T
  }

  static List<Setting> form() {
    return List.of(
        plain(
            SIGN, "Sign", "B: PDF files are signed; T: with the time by an authority.", Kind.TEXT),
        plain(AUTHORITY, "Time-stamp authority", "Its address (RFC 3161), for T.", Kind.URI),
        plain(
            SHOWN,
            "Show the signature",
            "Where on the last page, such as bottom-left; it is not seen if empty.",
            Kind.TEXT),
        plain(REASON, "Reason", "Why it is signed, as readers show it.", Kind.TEXT));
  }

  private static Setting plain(String name, String label, String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }

  static List<SettingFault> faults(Map<String, String> settings) {
    var sign = given(settings, SIGN);
    if (sign.isEmpty()) {
      return unused(settings);
    }
    return Stream.of(
            fault(SIGN, level(sign.get()).isEmpty(), "must be B or T, or empty"),
            authorityFault(settings),
            given(settings, SHOWN).flatMap(SignaturePlan::shownFault),
            given(settings, REASON).flatMap(SignaturePlan::reasonFault))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<SettingFault> fault(String setting, boolean faulty, String message) {
    return faulty ? Optional.of(new SettingFault(setting, message)) : Optional.empty();
  }

  /** That it is an address, the form has seen to. */
  private static Optional<SettingFault> authorityFault(Map<String, String> settings) {
    var authority = given(settings, AUTHORITY);
    if (authority.map(URI::create).map(URI::getRawUserInfo).isPresent()) {
      return Optional.of(
          new SettingFault(AUTHORITY, "holds a user or password, which everybody would see"));
    }
    boolean isMissed =
        given(settings, SIGN).flatMap(SignaturePlan::level).equals(TIMED) && authority.isEmpty();
    return fault(AUTHORITY, isMissed, "is required for T: name who says the time");
  }

  private static Optional<SettingFault> shownFault(String place) {
    return fault(SHOWN, !PLACES.contains(place), "must be one of " + String.join(", ", PLACES));
  }

  private static Optional<SettingFault> reasonFault(String reason) {
    return fault(REASON, reason.length() > LONGEST_REASON, "has more than 200 characters");
  }

  /** Whoever fills them in believes that it is signed. */
  private static List<SettingFault> unused(Map<String, String> settings) {
    return List.of(AUTHORITY, SHOWN, REASON).stream()
        .filter(name -> given(settings, name).isPresent())
        .map(name -> new SettingFault(name, "means nothing without 'sign': set that to B or T"))
        .toList();
  }

  /** That of settings without a fault; empty where nothing is signed. */
  static Optional<SignaturePlan> of(Map<String, String> settings) {
    return given(settings, SIGN)
        .flatMap(SignaturePlan::level)
        .map(
            level ->
                new SignaturePlan(
                    level,
                    given(settings, AUTHORITY).map(URI::create).filter(_ -> level == Level.T),
                    given(settings, SHOWN),
                    given(settings, REASON).orElse("")));
  }

  private static Optional<Level> level(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "B" -> Optional.of(Level.B);
      case "T" -> Optional.of(Level.T);
      default -> Optional.empty();
    };
  }

  /** As {@code dev.patchbay.signatures.Order.Sign} describes it, but for files. */
  ObjectNode order(ObjectNode key) {
    var order = ServerJson.MAPPER.createObjectNode().put("level", level.name());
    order.put("reason", reason).set("key", key);
    authority.ifPresent(
        who ->
            order
                .putObject("authority")
                .put("url", who.toString())
                .put("limit", AUTHORITY_SECONDS));
    shown.ifPresent(place -> order.set("mark", mark(place)));
    return order;
  }

  private static ObjectNode mark(String place) {
    var mark = ServerJson.MAPPER.createObjectNode().put("page", LAST_PAGE);
    mark.put("text", "Signed by {name}\n{time}").put("picture", new byte[0]);
    mark.put("width", WIDTH_MM).put("height", HEIGHT_MM);
    mark.putObject("place")
        .put("at", place.toUpperCase(Locale.ROOT).replace('-', '_'))
        .put("x", MARGIN_MM)
        .put("y", MARGIN_MM);
    return mark;
  }
}
