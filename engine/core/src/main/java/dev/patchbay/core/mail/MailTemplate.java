package dev.patchbay.core.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A template of a subject or a text. Placeholders are {@code {name}}, {@code {date}}, {@code
 * {rows}} and {@code {link}}. Whatever a value holds, it stays on its line.
 *
 * @param parts that it is put together of
 * @param links whether {@code {link}} is among them
 */
public record MailTemplate(List<Part> parts, boolean links) {
  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)\\}|([^{}]+)|[{}]");

  /** Ends a line, or cannot be seen and turns the direction of writing. */
  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}"
              + "\\x{2066}-\\x{2069}\\x{FEFF}]+");

  public MailTemplate {
    parts = List.copyOf(parts);
  }

  /** What became of a template's text. */
  public sealed interface Compiled {
    /** It can be used. */
    record Ready(MailTemplate template) implements Compiled {}

    /**
     * It cannot.
     *
     * @param message what is wrong and what to write instead, for a person
     */
    record Faulty(String message) implements Compiled {}
  }

  /** A part of the text. */
  @FunctionalInterface
  public interface Part {
    /** Its text. */
    String text(MailValues values);
  }

  /** Reads a template of one line, at most this long. */
  public static Compiled line(String text, int longest) {
    return UNFIT.matcher(text).find()
        ? new Compiled.Faulty("must be one line without control characters")
        : compile(text, longest);
  }

  /** Reads a template of a text, at most this long. */
  public static Compiled compile(String text, int longest) {
    if (text.isBlank()) {
      return new Compiled.Faulty("is empty; leave it out for the usual one");
    }
    if (text.length() > longest) {
      return new Compiled.Faulty("has more than " + longest + " characters");
    }
    return read(text);
  }

  private static Compiled read(String text) {
    var parts = new ArrayList<Part>();
    boolean links = false;
    var token = TOKEN.matcher(text);
    while (token.find()) {
      var literal = token.group(2);
      var name = token.group(1);
      if (literal != null) {
        parts.add(_ -> literal);
      } else if (name == null) {
        return new Compiled.Faulty("has a brace without its partner");
      } else if (!isKnown(name)) {
        return new Compiled.Faulty(
            "has no placeholder {%s}; there are name, date, rows and link"
                .formatted(UNFIT.matcher(name).replaceAll("?")));
      } else {
        parts.add(values -> oneLine(value(name).apply(values)));
        links |= name.equals("link");
      }
    }
    return new Compiled.Ready(new MailTemplate(parts, links));
  }

  private static boolean isKnown(String name) {
    return List.of("name", "date", "rows", "link").contains(name);
  }

  private static Function<MailValues, String> value(String name) {
    return switch (name) {
      case "name" -> MailValues::name;
      case "date" -> MailValues::date;
      case "rows" -> MailValues::rows;
      default -> MailValues::link;
    };
  }

  /** A value as it stands in a line, and in a name. */
  public static String oneLine(String value) {
    return UNFIT.matcher(value).replaceAll(" ");
  }

  /** The first so many characters of a text, whole ones. */
  public static String cut(String text, int longest) {
    return text.codePoints()
        .limit(longest)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The text with these values. */
  public String text(MailValues values) {
    return parts.stream().map(part -> part.text(values)).collect(Collectors.joining());
  }
}
