package dev.patchbay.server.issuing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.file.FilePathTemplate;
import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.core.file.FilePathWords;
import dev.patchbay.server.issuing.maker.DocumentFormat;
import dev.patchbay.server.issuing.maker.DocumentMaker;
import dev.patchbay.server.signature.PdfFinisher.Finishing;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.Target;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a target says: which document is made of a row, and where it goes.
 *
 * @param template name of it
 * @param version the active one if empty
 * @param path where in the store; a document has a path of its own
 * @param mail who gets it, if anybody does
 * @param identity equal for plans whose documents go the same way
 */
record DocumentPlan(
    String template,
    OptionalInt version,
    DocumentFormat format,
    FilePathTemplate path,
    Optional<MailPlan> mail,
    String identity) {
  static final String FORMAT = "format";

  private static final String TEMPLATE = "template";
  private static final String VERSION = "version";
  private static final String PATH = "path";
  private static final String OWN_PATH = "{document}";
  private static final int MOST_VERSIONS = 1_000_000;

  /** No document has longer ones. */
  private static final FilePathValues LONGEST =
      new FilePathValues(
          ZonedDateTime.of(2026, 9, 30, 23, 59, 59, 999_999_999, ZoneOffset.UTC),
          "999999999-999999999999999999-019ac0de-0000-7000-8000-000000000000",
          "t".repeat(1_000),
          "k".repeat(1_000));

  static List<Setting> form() {
    return List.of(
        new Setting(TEMPLATE, "Template", "Its name.", Kind.TEXT, true, false),
        setting(VERSION, "Version", "Its number; empty for the one that is active.", Kind.NUMBER),
        setting(FORMAT, "Format", "docx if empty, or pdf.", Kind.TEXT),
        setting(
            PATH,
            "Path",
            "Where in the store, such as letters/{date:yyyy/MM}/{key}-{document}.docx; {document}"
                + " has to be in it. documents/{document} and the format if empty.",
            Kind.TEXT),
        setting(
            MailPlan.TO, "Recipients", "Addresses and lists as list:weekly, by comma.", Kind.TEXT),
        setting(MailPlan.COLUMN, "Recipient in a column", "Id of the column.", Kind.TEXT),
        setting(MailPlan.SUBJECT, "Subject", "With {name}, {date} and {link}.", Kind.TEXT),
        setting(MailPlan.TEXT, "Text", "With {name}, {date} and {link}.", Kind.MULTILINE));
  }

  private static Setting setting(String name, String label, String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }

  /**
   * The plan of a target.
   *
   * @throws IllegalArgumentException naming the setting that is missing or malformed
   */
  static DocumentPlan of(Target target) {
    var format = format(target);
    var path = given(target, PATH).orElse("documents/{document}." + format.extension());
    var mail = MailPlan.of(target);
    return new DocumentPlan(
        target.require(TEMPLATE).strip(),
        version(target),
        format,
        path(path),
        mail,
        String.join("\n", target.require(TEMPLATE).strip(), path, MailPlan.identity(target)));
  }

  /** The document of this data, and what is done to it then. */
  DocumentMaker.Order order(ObjectNode data, Optional<Finishing> finishing) {
    return new DocumentMaker.Order(template, version, format, data, finishing);
  }

  /** A setting that says something. */
  static Optional<String> given(Target target, String name) {
    return Optional.ofNullable(target.settings().get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  static IllegalArgumentException faulty(String setting, String message) {
    return new IllegalArgumentException("target setting '" + setting + "' " + message);
  }

  static IllegalArgumentException faulty(SettingFault fault) {
    return faulty(fault.setting(), fault.message());
  }

  private static OptionalInt version(Target target) {
    var given = given(target, VERSION);
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(given.get());
      if (number >= 1 && number <= MOST_VERSIONS) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException malformed) {
      // answered below, as any other number that does not fit
    }
    throw faulty(VERSION, "must be the number of a version, or empty for the active one");
  }

  private static DocumentFormat format(Target target) {
    var given = given(target, FORMAT).orElse(DocumentFormat.DOCX.extension());
    return DocumentFormat.of(given).orElseThrow(() -> faulty(FORMAT, "must be docx or pdf"));
  }

  private static FilePathTemplate path(String text) {
    return switch (FilePathTemplate.compile(text, FilePathWords.OF_DOCUMENTS)) {
      case FilePathTemplate.Compiled.Ready(var template) -> own(text, template);
      case FilePathTemplate.Compiled.Faulty(var message) -> throw faulty(PATH, message);
    };
  }

  /** Each document has a path of its own: made again, it takes its own place and no other's. */
  private static FilePathTemplate own(String text, FilePathTemplate template) {
    if (!text.contains(OWN_PATH)) {
      throw faulty(
          PATH, "must have " + OWN_PATH + " in it, so that no document takes another's place");
    }
    if (!template.path(LONGEST).toString().contains(LONGEST.run())) {
      throw faulty(
          PATH,
          "is too long: a name has at most 255 bytes, and a long key or template would cut "
              + OWN_PATH
              + " off. Begin the name with it, or put less in front of it");
    }
    return template;
  }
}
