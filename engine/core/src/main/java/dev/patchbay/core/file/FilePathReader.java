package dev.patchbay.core.file;

import dev.patchbay.core.file.FilePathTemplate.Compiled;
import dev.patchbay.core.file.FilePathTemplate.Part;
import dev.patchbay.core.file.FilePathTemplate.Segment;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one template; its bounds keep every path within what {@code StorePath} allows. */
final class FilePathReader {
  private static final int MOST_PLACEHOLDERS = 8;
  private static final int LONGEST_LITERALS = 200;
  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}|([^{}]+)|[{}]");
  private static final Pattern DATE_PATTERN =
      Pattern.compile("(?:y{4}|yy|M{1,2}|d{1,2}|H{1,2}|m{1,2}|s{1,2}|[-_. /])+");
  private static final int LONGEST_PATTERN = 30;

  private final String text;
  private final FilePathWords words;
  private final List<List<Part>> segments = new ArrayList<>(List.of(new ArrayList<>()));
  private int placeholders;
  private int literals;

  FilePathReader(String text, FilePathWords words) {
    this.text = text;
    this.words = words;
  }

  Compiled read() {
    try {
      tokens();
      demandBounds();
      return new Compiled.Ready(new FilePathTemplate(segments.stream().map(Segment::new).toList()));
    } catch (Fault fault) {
      return new Compiled.Faulty(String.valueOf(fault.getMessage()));
    }
  }

  private void tokens() throws Fault {
    var token = TOKEN.matcher(text);
    while (token.find()) {
      if (token.group(1) != null) {
        placeholder(token.group(1));
      } else if (token.group(2) != null) {
        literal(token.group(2));
      } else {
        throw new Fault("has a brace without its partner");
      }
    }
    demandNames();
  }

  private void literal(String literal) throws Fault {
    literals += literal.getBytes(StandardCharsets.UTF_8).length;
    parted(literal, part -> _ -> part);
    for (var part : literal.split("/", -1)) {
      if (!SafeName.isFit(part)) {
        throw new Fault("must not hold any of \\ : * ? \" < > | or what cannot be seen");
      }
    }
  }

  private void placeholder(String inside) throws Fault {
    placeholders++;
    var parts = inside.split(":", 2);
    var pattern = parts.length == 2 ? parts[1] : null;
    switch (parts[0]) {
      case "date" -> moment(pattern == null ? "yyyy-MM-dd" : pattern);
      case "time" -> moment(pattern == null ? "HH-mm-ss" : pattern);
      default -> value(inside, known(parts[0]));
    }
  }

  private Function<FilePathValues, String> known(String word) throws Fault {
    return words
        .value(word)
        .orElseThrow(
            () -> new Fault("has no placeholder {" + word + "}; there are " + words.all()));
  }

  private void value(String inside, Function<FilePathValues, String> value) throws Fault {
    if (inside.contains(":")) {
      throw new Fault("takes a pattern for date and time only, not {" + inside + "}");
    }
    segments.getLast().add(values -> SafeName.ofValue(value.apply(values)));
  }

  private void moment(String pattern) throws Fault {
    if (pattern.length() > LONGEST_PATTERN || !DATE_PATTERN.matcher(pattern).matches()) {
      throw new Fault(
          "knows yyyy, yy, MM, dd, HH, mm and ss in a pattern of a date, with - _ . / between: "
              + pattern);
    }
    parted(
        pattern,
        part -> {
          var format = DateTimeFormatter.ofPattern(part, Locale.ROOT);
          return values -> SafeName.ofValue(format.format(values.at()));
        });
  }

  /** Each slash begins a new name. */
  private void parted(String parts, Function<String, Part> made) {
    var names = parts.split("/", -1);
    for (int i = 0; i < names.length; i++) {
      if (i > 0) {
        segments.add(new ArrayList<>());
      }
      if (!names[i].isEmpty()) {
        segments.getLast().add(made.apply(names[i]));
      }
    }
  }

  private void demandNames() throws Fault {
    if (text.isBlank()) {
      throw new Fault("is empty; write where the file shall stand");
    }
    if (segments.stream().anyMatch(List::isEmpty)) {
      throw new Fault("must not begin or end with a slash or have two in a row");
    }
    for (var name : text.split("/", -1)) {
      if (name.equals(".") || name.equals("..")) {
        throw new Fault("must not hold a folder '" + name + "'");
      }
    }
  }

  private void demandBounds() throws Fault {
    if (placeholders > MOST_PLACEHOLDERS) {
      throw new Fault("has more than " + MOST_PLACEHOLDERS + " placeholders");
    }
    if (literals > LONGEST_LITERALS) {
      throw new Fault("has more than " + LONGEST_LITERALS + " bytes beside its placeholders");
    }
  }

  /** What is wrong with the text. */
  private static final class Fault extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message);
    }
  }
}
