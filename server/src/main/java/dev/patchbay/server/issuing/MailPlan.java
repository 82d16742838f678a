package dev.patchbay.server.issuing;

import dev.patchbay.core.mail.ListName;
import dev.patchbay.core.mail.MailTemplate;
import dev.patchbay.core.mail.MailTemplate.Compiled;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.message.MailAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Who gets a document by mail.
 *
 * @param to addresses and distribution lists, the same for all documents
 * @param column id of the column that holds a further address
 */
record MailPlan(List<String> to, Optional<String> column, MailTemplate subject, MailTemplate text) {
  static final String TO = "to";
  static final String COLUMN = "to-column";
  static final String SUBJECT = "subject";
  static final String TEXT = "text";
  static final int LONGEST_SUBJECT = 200;

  private static final int LONGEST_TEXT = 10_000;
  private static final String USUAL_SUBJECT = "{name}";
  private static final String USUAL_TEXT = "{name}, {date}. The document is attached.\n";

  MailPlan {
    to = List.copyOf(to);
  }

  /**
   * The plan of a target; empty if it names nobody.
   *
   * @throws IllegalArgumentException naming the setting that is malformed
   */
  static Optional<MailPlan> of(Target target) {
    var to = to(target);
    var column = DocumentPlan.given(target, COLUMN);
    var subject = DocumentPlan.given(target, SUBJECT).orElse(USUAL_SUBJECT);
    var text = DocumentPlan.given(target, TEXT).orElse(USUAL_TEXT);
    var plan =
        new MailPlan(
            to,
            column,
            ready(SUBJECT, MailTemplate.line(subject, LONGEST_SUBJECT)),
            ready(TEXT, MailTemplate.compile(text, LONGEST_TEXT)));
    return Optional.of(plan).filter(it -> !to.isEmpty() || column.isPresent());
  }

  /** Who gets it, as far as it is the same for all documents. */
  static String identity(Target target) {
    return String.join("\n", to(target)) + "\n" + DocumentPlan.given(target, COLUMN).orElse("");
  }

  private static List<String> to(Target target) {
    var all = new ArrayList<String>();
    for (var one : DocumentPlan.given(target, TO).orElse("").split("[,;]", -1)) {
      if (!one.isBlank()) {
        all.add(checked(one.strip()));
      }
    }
    return all;
  }

  private static String checked(String one) {
    try {
      return ListName.of(one).isPresent() ? one : MailAddress.of(one).toString();
    } catch (IllegalArgumentException unfit) {
      throw DocumentPlan.faulty(TO, "has '" + one + "': " + unfit.getMessage());
    }
  }

  private static MailTemplate ready(String setting, Compiled compiled) {
    return switch (compiled) {
      case Compiled.Ready(var template) -> template;
      case Compiled.Faulty(var message) -> throw DocumentPlan.faulty(setting, message);
    };
  }

  /**
   * Those that the document of a row goes to.
   *
   * @throws IllegalArgumentException if its column holds no address
   */
  List<String> to(Row row) {
    var all = new LinkedHashSet<>(to);
    column
        .map(id -> row.cells().getOrDefault(id, new Cell.Empty()))
        .flatMap(MailPlan::text)
        .ifPresent(address -> all.add(MailAddress.of(address).toString()));
    return List.copyOf(all);
  }

  private static Optional<String> text(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> Optional.of(text.strip()).filter(it -> !it.isEmpty());
      case Cell.Link(var uri, _) -> Optional.of(uri.replaceFirst("^mailto:", ""));
      case Cell.Empty _ -> Optional.empty();
      default -> throw new IllegalArgumentException("it is no text");
    };
  }
}
