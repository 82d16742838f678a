package dev.patchbay.connectors.http;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.ConnectorType;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.Target;
import java.util.List;

/** A service that takes rows by {@code POST}. */
public final class HttpType implements ConnectorType {
  static final String PATH = "path";
  static final String LANES = "lanes";
  private static final int LANES_IF_EMPTY = 4;

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "HTTP";
  }

  @Override
  public List<Setting> settings() {
    return HttpSettings.form();
  }

  @Override
  public List<Setting> targetSettings() {
    return List.of(
        new Setting(PATH, "Path", "Added to the connector's address.", Kind.TEXT, false, false),
        new Setting(
            LANES,
            "Requests side by side",
            "1 to 64, 4 if empty; stays as it was when the target was new. Rows of one key are never"
                + " sent side by side.",
            Kind.NUMBER,
            false,
            false));
  }

  /** Of a service that honours the key; a connector that was not told so states less. */
  @Override
  public Guarantee guarantee() {
    return Guarantee.IDEMPOTENT;
  }

  @Override
  public String targetIdentity(Target target) {
    var _ = lanes(target); // throws if it is no number
    return "/" + path(target);
  }

  @Override
  public int lanes(Target target) {
    return Numbers.of(target.settings(), LANES, LANES_IF_EMPTY, 1, 64);
  }

  @Override
  public RowTarget create(ConnectorContext context) {
    return new HttpConnector(HttpSettings.of(context.settings()), context);
  }

  /** Without a slash at either end. */
  static String path(Target target) {
    var path = target.settings().getOrDefault(PATH, "").strip();
    return path.replaceAll("^/+|/+$", "");
  }
}
