package dev.patchbay.core.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.Enrichment;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be said about a mapping without compiling it: names, key, types of the contracts. */
final class MappingCheck {
  private static final int MOST_COLUMNS = 500;

  private final Contracts contracts;
  private final RouteDraft draft;
  private final List<String> types;
  private final Set<String> enrichments;

  MappingCheck(Contracts contracts, RouteDraft draft) {
    this.contracts = contracts;
    this.draft = draft;
    this.types = draft.eventTypes().stream().filter(contracts::knows).toList();
    this.enrichments =
        draft.enrichments().stream().map(Enrichment::name).collect(Collectors.toSet());
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    checkKey(errors);
    var ids = new HashSet<String>();
    var headers = new HashSet<String>();
    if (MappingCompiler.keyColumn(draft.columns(), draft.key()).isEmpty()) {
      ids.add("key");
      headers.add("Key");
    }
    if (draft.columns().isEmpty() || draft.columns().size() > MOST_COLUMNS) {
      errors.add(new FieldError("/columns", "must be 1 to " + MOST_COLUMNS + " columns"));
    }
    for (int i = 0; i < draft.columns().size(); i++) {
      var column = draft.columns().get(i);
      unique(column.id(), ids, "/columns/" + i + "/id", errors);
      unique(column.header(), headers, "/columns/" + i + "/header", errors);
      checkPrivacy(column, "/columns/" + i, errors);
    }
    return errors;
  }

  /** Whether some event of the route, or what is fetched for it, may carry a value there. */
  boolean knows(JsonPointer pointer) {
    return Enriched.isBelow(pointer)
        ? enrichments.contains(pointer.tail().getMatchingProperty())
        : inEvents(pointer);
  }

  /** Why it does not know a pointer. */
  String unknown(JsonPointer pointer) {
    return Enriched.isBelow(pointer)
        ? "names no enrichment of this route: " + pointer
        : "names no field of these events: " + pointer;
  }

  private boolean inEvents(JsonPointer pointer) {
    return types.isEmpty() || !typesAt(pointer).isEmpty();
  }

  /** Whether a value found there can become a cell of this type without a transform. */
  boolean canFit(JsonPointer pointer, CellType type) {
    var found = typesAt(pointer);
    return found.isEmpty() || found.stream().anyMatch(it -> canFit(it, type));
  }

  String typesInWords(JsonPointer pointer) {
    return typesAt(pointer).stream().sorted().collect(Collectors.joining(" or "));
  }

  private static boolean canFit(String found, CellType type) {
    return switch (type) {
      case TEXT -> true;
      case INTEGER, DECIMAL -> Set.of("integer", "number", "string", "any").contains(found);
      case BOOLEAN -> Set.of("boolean", "string", "any").contains(found);
      case DATE, DATE_TIME -> Set.of("date-time", "string", "any").contains(found);
      case MONEY, LINK -> Set.of("string", "object", "any").contains(found);
    };
  }

  private Set<String> typesAt(JsonPointer pointer) {
    return types.stream()
        .flatMap(type -> contracts.typeAt(type, pointer).stream())
        .collect(Collectors.toSet());
  }

  private void checkKey(List<FieldError> errors) {
    try {
      var pointer = JsonPointer.compile(draft.key());
      if (Enriched.isBelow(pointer)) {
        var message =
            "is read when an event comes in, before anything is fetched; name a field of the event";
        errors.add(new FieldError("/key", message));
      } else if (!inEvents(pointer) || draft.key().isEmpty()) {
        errors.add(new FieldError("/key", "names no field of these events, as /data/id would"));
      }
    } catch (IllegalArgumentException e) {
      errors.add(new FieldError("/key", "is no JSON Pointer; write it as /data/id"));
    }
  }

  private void checkPrivacy(ColumnMapping column, String at, List<FieldError> errors) {
    if (column.pii() == PiiPolicy.ALLOW) {
      return;
    }
    if (column.type() != CellType.TEXT && column.pii() != PiiPolicy.DROP) {
      errors.add(new FieldError(at + "/type", "must be TEXT where values are masked or hashed"));
    }
    if (draft.key().equals(column.source())) {
      errors.add(
          new FieldError(at + "/pii", "cannot hide the key, which stands in the sheet as it is"));
    }
  }

  private static void unique(
      String name, Set<String> taken, String field, List<FieldError> errors) {
    if (name.isBlank()) {
      errors.add(new FieldError(field, "must not be blank"));
    } else if (!taken.add(name)) {
      var message = "'" + JsonText.shown(name) + "' is taken by another column; choose another";
      errors.add(new FieldError(field, message));
    }
  }
}
