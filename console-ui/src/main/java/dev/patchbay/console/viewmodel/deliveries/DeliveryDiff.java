package dev.patchbay.console.viewmodel.deliveries;

import dev.patchbay.console.viewmodel.ChangeKind;
import dev.patchbay.console.viewmodel.routes.EventField;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.delivery.WrittenCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery differs from the one that was written before it for the same key.
 *
 * @param row all cells, in the order of the columns
 * @param payload the fields of the event that differ
 */
public record DeliveryDiff(DeliverySummary before, List<Part> row, List<Part> payload) {
  /** One cell or field; null is one that is not there. */
  public record Part(String name, @Nullable String before, @Nullable String after) {
    /** What happened to it, empty if nothing. */
    public Optional<ChangeKind> kind() {
      if (Objects.equals(before, after)) {
        return Optional.empty();
      }
      if (before == null) {
        return Optional.of(ChangeKind.ADDED);
      }
      return Optional.of(after == null ? ChangeKind.REMOVED : ChangeKind.CHANGED);
    }
  }

  /** Compares two deliveries of a key. */
  static DeliveryDiff between(DeliveryDetail before, DeliveryDetail now) {
    var payload =
        parts(fields(before), fields(now)).stream().filter(part -> part.kind().isPresent());
    return new DeliveryDiff(before.summary(), rows(before, now), payload.toList());
  }

  /** An untouched cell keeps what stands; where no row can be made, all of it stays. */
  private static List<Part> rows(DeliveryDetail before, DeliveryDetail now) {
    var stands = cells(before);
    var next = cells(now);
    next.replaceAll((header, text) -> text == null ? stands.get(header) : text);
    return next.isEmpty() ? List.of() : parts(stands, next);
  }

  private static Map<String, @Nullable String> cells(DeliveryDetail delivery) {
    var cells = new LinkedHashMap<String, @Nullable String>();
    for (WrittenCell cell : delivery.row()) {
      cells.put(cell.header(), cell.text());
    }
    return cells;
  }

  private static Map<String, @Nullable String> fields(DeliveryDetail delivery) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    for (var field : EventField.of(List.of(), delivery.envelope())) {
      fields.put(field.name(), field.sample());
    }
    return fields;
  }

  private static List<Part> parts(
      Map<String, @Nullable String> before, Map<String, @Nullable String> after) {
    var names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    var parts = new ArrayList<Part>();
    for (var name : names) {
      parts.add(new Part(name, before.get(name), after.get(name)));
    }
    return parts;
  }
}
