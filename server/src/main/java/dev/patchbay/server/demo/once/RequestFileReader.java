package dev.patchbay.server.demo.once;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.patchbay.server.demo.DemoFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads a CSV file of requests: UTF-8, or UTF-16 with a byte order mark; separated by commas,
 * semicolons or tabs. Refuses what it would have to guess at, and says where.
 */
final class RequestFileReader {
  private static final List<String> USUAL_KEYS = List.of("service_request_id", "ID", "id");
  private static final List<String> SEPARATORS = List.of(",", ";", "\t");
  private static final int LONGEST_KEY = 256;

  private final String name;
  private final Optional<String> wantedKey;

  private RequestFileReader(String name, Optional<String> wantedKey) {
    this.name = name;
    this.wantedKey = wantedKey;
  }

  /**
   * Reads a file.
   *
   * @param key name of the column that identifies a request; the usual ones if empty
   * @throws DemoFailure saying in which line the file is at fault
   */
  static RequestFile read(Path file, Optional<String> key) {
    try {
      return read(file.toString(), Files.readAllBytes(file), key);
    } catch (IOException e) {
      throw new DemoFailure(file + " cannot be read: is it there, and is it a file?", e);
    }
  }

  static RequestFile read(String name, byte[] bytes, Optional<String> key) {
    return new RequestFileReader(name, key).file(text(name, bytes));
  }

  private RequestFile file(String text) {
    var records = records(text);
    if (records.isEmpty()) {
      throw new DemoFailure(name + " is empty: its first line must name the columns");
    }
    var header = header(records.getFirst());
    int key = keyIn(header);
    var rows = new ArrayList<RequestFile.Row>();
    var withoutKey = new ArrayList<Long>();
    for (var each : records.subList(1, records.size())) {
      var row = row(each, header.size());
      if (row.cells().get(key).isBlank()) {
        withoutKey.add(row.line());
      } else {
        rows.add(checked(row, key));
      }
    }
    return new RequestFile(header, key, rows, withoutKey);
  }

  private List<CsvRecord> records(String text) {
    var builder =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .allowExtraFields(true)
            .allowMissingFields(true);
    try (var reader = builder.ofCsvRecord(text)) {
      return reader.stream().toList();
    } catch (CsvParseException e) {
      throw new DemoFailure(name + " is no proper CSV: " + reason(e), e);
    } catch (IOException e) {
      throw new DemoFailure(name + " cannot be read", e);
    }
  }

  private static String reason(CsvParseException e) {
    var cause = e.getCause();
    return e.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
  }

  /** The separator that the first line holds most of. */
  private static String separator(String text) {
    var first = text.lines().findFirst().orElse("");
    var best = SEPARATORS.getFirst();
    for (var separator : SEPARATORS) {
      best = count(first, separator) > count(first, best) ? separator : best;
    }
    return best;
  }

  private static long count(String line, String separator) {
    return line.chars().filter(c -> c == separator.charAt(0)).count();
  }

  private List<String> header(CsvRecord first) {
    var seen = new HashSet<String>();
    var header = first.getFields();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).isBlank()) {
        throw new DemoFailure("%s, line 1: column %d has no name".formatted(name, i + 1));
      }
      if (!seen.add(header.get(i))) {
        throw new DemoFailure(
            "%s, line 1: two columns are named '%s'; rename one".formatted(name, header.get(i)));
      }
    }
    return header;
  }

  private int keyIn(List<String> header) {
    var candidates = wantedKey.map(List::of).orElse(USUAL_KEYS);
    return candidates.stream()
        .filter(header::contains)
        .findFirst()
        .map(header::indexOf)
        .orElseThrow(
            () ->
                new DemoFailure(
                    "%s has no column %s; --key names the one that identifies a request: %s"
                        .formatted(
                            name, String.join(" or ", candidates), String.join(", ", header))));
  }

  private RequestFile.Row row(CsvRecord csv, int width) {
    long line = csv.getStartingLineNumber();
    if (csv.getFieldCount() != width) {
      throw new DemoFailure(
          "%s, line %d: %d cells, but there are %d columns"
              .formatted(name, line, csv.getFieldCount(), width));
    }
    return new RequestFile.Row(line, csv.getFields());
  }

  /** The key is part of the event's id, which takes no control characters. */
  private RequestFile.Row checked(RequestFile.Row row, int key) {
    var text = row.cells().get(key);
    if (text.length() > LONGEST_KEY || text.chars().anyMatch(Character::isISOControl)) {
      throw new DemoFailure(
          "%s, line %d: a key is one line of at most %d characters"
              .formatted(name, row.line(), LONGEST_KEY));
    }
    return row;
  }

  private static String text(String name, byte[] bytes) {
    var charset = charset(bytes);
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DemoFailure(name + " is not " + charset + " text; save it as UTF-8", e);
    }
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }
}
