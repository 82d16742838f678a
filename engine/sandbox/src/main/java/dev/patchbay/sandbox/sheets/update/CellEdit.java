package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.sheets.Colors;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Extras;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes CellData into cells under an update mask; equal formats share one tree. */
final class CellEdit {

  private static final List<String> EXTRAS =
      List.of(
          "userEnteredFormat",
          "note",
          "dataValidation",
          "textFormatRuns",
          "pivotTable",
          "chipRuns");

  private final FieldMask mask;
  private final boolean value;
  private final List<String> extras;
  private final Map<JsonNode, Extras> shared = new HashMap<>();

  CellEdit(FieldMask mask) {
    this.mask = mask;
    this.value = mask.wants("userEnteredValue");
    this.extras = EXTRAS.stream().filter(mask::wants).toList();
  }

  /** The cell after the edit; missing data clears the masked fields. */
  @Nullable Cell apply(@Nullable Cell old, JsonNode data) {
    Extras kept = extras.isEmpty() ? Cell.extrasOf(old) : extras(Cell.extrasOf(old), data);
    if (!value) {
      return Cell.of(Cell.valueOf(old), Cell.formulaOf(old), kept);
    }
    JsonNode entered = data.path("userEnteredValue");
    if (entered.hasNonNull("formulaValue")) {
      return formula(entered.get("formulaValue").asText(), kept);
    }
    return Cell.of(value(entered), null, kept);
  }

  private static @Nullable Cell formula(String text, Extras kept) {
    Limits.checkText(text);
    return text.startsWith("=")
        ? Cell.of(null, text, kept)
        : Cell.of(text.isEmpty() ? null : Value.of(text), null, kept);
  }

  private static @Nullable Value value(JsonNode entered) {
    if (entered.hasNonNull("stringValue")) {
      String text = Limits.checkText(entered.get("stringValue").asText());
      return text.isEmpty() ? null : Value.of(text);
    }
    if (entered.hasNonNull("numberValue")) {
      return Value.of(entered.get("numberValue").asDouble());
    }
    if (entered.hasNonNull("boolValue")) {
      return Value.of(entered.get("boolValue").asBoolean());
    }
    if (entered.hasNonNull("errorValue")) {
      throw ApiError.invalid("Invalid value: errors cannot be entered.");
    }
    return null;
  }

  private Extras extras(Extras old, JsonNode data) {
    if (old.isEmpty() && extras.size() == 1) {
      String only = extras.getFirst();
      JsonNode wanted = data.path(only);
      return wanted.isMissingNode()
          ? Extras.NONE
          : shared.computeIfAbsent(wanted, w -> merged(Extras.NONE, only, w));
    }
    Extras changed = old;
    for (String field : extras) {
      changed = merged(changed, field, data.path(field));
    }
    return changed;
  }

  private Extras merged(Extras old, String field, JsonNode data) {
    FieldMask below = mask.all() ? FieldMask.ALL : mask.child(field);
    if (below.all()) {
      return old.with(field, data instanceof ObjectNode object ? normal(object) : data);
    }
    return old.with(field, normal(Merge.masked(old.get(field), data, below)));
  }

  /** Nulls are unset fields; a colour and its style are two names for one thing. */
  private static ObjectNode normal(ObjectNode format) {
    return Colors.paired(Merge.withoutNulls(format));
  }
}
