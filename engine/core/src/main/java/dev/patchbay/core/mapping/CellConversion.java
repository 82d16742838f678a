package dev.patchbay.core.mapping;

import dev.patchbay.core.mapping.CellResult.Fits;
import dev.patchbay.core.mapping.CellResult.Misfit;
import dev.patchbay.model.route.CellType;
import dev.patchbay.spi.Cell;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values to typed cells, strictly: what does not fit is said, never guessed. Thread-safe. */
final class CellConversion {
  private static final int LONGEST_TEXT = 50_000;

  private final Times times;

  CellConversion(Times times) {
    this.times = times;
  }

  CellResult convert(Value value, CellType type) {
    return switch (value) {
      case Value.Absent _ -> new CellResult.Untouched();
      case Value.Null _ -> new Fits(new Cell.Empty());
      case Value.Unfit(var found, var problem) -> new Misfit(found, problem);
      case Value.Text(var text) when text.isEmpty() -> new Fits(new Cell.Empty());
      case Value.Text _, Value.Json _, Value.Day _, Value.Moment _ -> typed(value, type);
    };
  }

  private CellResult typed(Value value, CellType type) {
    return switch (type) {
      case TEXT -> text(plain(value));
      case INTEGER -> Numbers.integer(plain(value));
      case DECIMAL -> Numbers.decimal(plain(value));
      case BOOLEAN -> bool(plain(value));
      case DATE -> date(value);
      case DATE_TIME -> dateTime(value);
      case MONEY -> Numbers.money(value, plain(value));
      case LINK -> link(value);
    };
  }

  private static String plain(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Json(var node) -> JsonText.of(node);
      case Value.Day(var date) -> date.toString();
      case Value.Moment(var time) -> time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      case Value.Absent _, Value.Null _, Value.Unfit _ -> "";
    };
  }

  private static CellResult text(String text) {
    return text.length() > LONGEST_TEXT
        ? new Misfit(text, "is longer than 50,000 characters; shorten it with first(50000)")
        : new Fits(new Cell.Text(text));
  }

  private static CellResult bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> new Fits(new Cell.Bool(true));
      case "false" -> new Fits(new Cell.Bool(false));
      default ->
          new Misfit(text, "is neither true nor false; add map(yes=true;no=false) or choose TEXT");
    };
  }

  private CellResult date(Value value) {
    return switch (time(value)) {
      case Value.Day(var date) -> new Fits(new Cell.Date(date));
      case Value.Moment(var time) -> new Fits(new Cell.Date(time.toLocalDate()));
      case Value.Unfit(var found, var problem) -> new Misfit(found, problem);
      case Value other -> new Misfit(plain(other), "is no date");
    };
  }

  private CellResult dateTime(Value value) {
    return switch (time(value)) {
      case Value.Day(var date) -> moment(date.atStartOfDay());
      case Value.Moment(var time) -> moment(time);
      case Value.Unfit(var found, var problem) -> new Misfit(found, problem);
      case Value other -> new Misfit(plain(other), "is no time");
    };
  }

  private static CellResult moment(LocalDateTime time) {
    return new Fits(new Cell.DateTime(time));
  }

  private Value time(Value value) {
    return switch (value) {
      case Value.Day _, Value.Moment _ -> value;
      case Value other -> times.iso(plain(other));
    };
  }

  private static CellResult link(Value value) {
    if (value instanceof Value.Json(var node) && node.isObject()) {
      var uri = node.path("url").asText(node.path("uri").asText());
      return link(uri, node.path("label").asText(uri));
    }
    return link(plain(value), null);
  }

  private static CellResult link(String uri, @Nullable String label) {
    if (uri.length() > LONGEST_TEXT || !isWeb(uri)) {
      return new Misfit(uri, "is no link; write it in full, for example https://example.org/a.jpg");
    }
    return new Fits(new Cell.Link(uri, label == null ? uri : label));
  }

  private static boolean isWeb(String text) {
    try {
      var uri = new URI(text);
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
