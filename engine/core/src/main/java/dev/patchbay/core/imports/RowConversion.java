package dev.patchbay.core.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.patchbay.model.imports.ImportProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests out of rows. The same row becomes the same bytes, at every try and on every node.
 * Used by one thread at a time.
 */
public final class RowConversion {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();
  private static final int SHOWN = 100;
  private static final String TITLE = "title";
  private static final String ID = "id";

  private final List<Compiled> columns;
  private final MessageDigest digest;

  private record Compiled(BoundColumn bound, DraftField field, FieldReader reader) {
    Given given(IntFunction<Given> cells) {
      var constant = bound.column().constant();
      return constant == null ? cells.apply(bound.index()) : new Given.Text(constant);
    }
  }

  private record Filled(DraftField field, Object json) {}

  /**
   * Compiles columns.
   *
   * @throws IllegalArgumentException for what {@link ColumnCheck} would name
   */
  public RowConversion(List<BoundColumn> bound) {
    this.columns =
        bound.stream()
            .map(RowConversion::compiled)
            .sorted(Comparator.comparing(column -> column.field().parent()))
            .toList();
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Compiled compiled(BoundColumn bound) {
    var column = bound.column();
    var field =
        DraftField.of(column.field(), column.type())
            .orElseThrow(() -> new IllegalArgumentException("no field " + column.field()));
    return new Compiled(bound, field, new FieldReader(column, field));
  }

  /**
   * Converts a row.
   *
   * @param row number in the sheet, from 1
   * @param cells by place, from 0
   */
  public Converted convert(long row, IntFunction<Given> cells) {
    var filled = new ArrayList<Filled>(columns.size());
    var problems = new ArrayList<ImportProblem>(0);
    for (var column : columns) {
      var given = column.given(cells);
      switch (column.reader().read(given)) {
        case FieldValue.Good(var json) -> filled.add(new Filled(column.field(), json));
        case FieldValue.Unfit(var problem) ->
            problems.add(problem(row, column.bound(), given, problem));
        case FieldValue.None _ -> {
          if (column.field().path().equals(TITLE)) {
            problems.add(problem(row, column.bound(), given, "is empty; a request needs a title"));
          }
        }
      }
    }
    return problems.isEmpty() ? ready(filled) : new Converted.Faulty(List.copyOf(problems));
  }

  private static ImportProblem problem(long row, BoundColumn bound, Given given, String what) {
    return new ImportProblem(
        row, bound.letters(), Characters.whole(bound.header()), shown(given), what);
  }

  /** The beginning of a value, for a person. */
  static String shown(Given given) {
    var text = given.shown();
    return Characters.whole(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
  }

  private Converted ready(List<Filled> filled) {
    var json = json(filled);
    var id = id(filled);
    digest.reset();
    digest.update((byte) (id == null ? 0 : 1));
    digest.update(id == null ? json : id.getBytes(StandardCharsets.UTF_8));
    return new Converted.Ready(json, RowKey.of(digest), id != null);
  }

  private static @Nullable String id(List<Filled> filled) {
    for (var each : filled) {
      if (each.field().path().equals(ID)) {
        return (String) each.json();
      }
    }
    return null;
  }

  /** Fields of one object follow each other: they are sorted so. */
  private static byte[] json(List<Filled> filled) {
    var bytes = new ByteArrayOutputStream(512);
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      var parent = "";
      for (var each : filled) {
        if (!each.field().parent().equals(parent)) {
          if (!parent.isEmpty()) {
            json.writeEndObject();
          }
          parent = each.field().parent();
          json.writeObjectFieldStart(parent);
        }
        json.writeFieldName(each.field().name());
        write(json, each.json());
      }
      if (!parent.isEmpty()) {
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case String text -> json.writeString(text);
      case BigDecimal number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      case List<?> texts -> {
        json.writeStartArray();
        for (var text : texts) {
          json.writeString(String.valueOf(text));
        }
        json.writeEndArray();
      }
      default -> throw new IllegalStateException("no value of JSON: " + value.getClass());
    }
  }
}
