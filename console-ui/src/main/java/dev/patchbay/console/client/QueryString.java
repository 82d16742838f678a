package dev.patchbay.console.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.model.delivery.DeliveryFilter;
import java.net.URLEncoder;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Builds the query part of a URI; absent values leave no trace. */
final class QueryString {
  private final StringJoiner parts = new StringJoiner("&", "?", "").setEmptyValue("");

  static QueryString of(DeliveryFilter filter) {
    return new QueryString()
        .with("state", filter.state())
        .with("route", filter.route())
        .with("key", filter.key())
        .with("since", filter.since())
        .with("until", filter.until())
        .with("text", filter.text());
  }

  QueryString with(String name, @Nullable Object value) {
    if (value != null) {
      parts.add(name + "=" + encode(value.toString()));
    }
    return this;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return parts.toString();
  }
}
