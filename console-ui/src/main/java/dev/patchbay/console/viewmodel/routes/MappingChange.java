package dev.patchbay.console.viewmodel.routes;

import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.viewmodel.ChangeKind;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.RouteDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One difference between two versions of a mapping, in words. */
public record MappingChange(ChangeKind kind, String column, String words) {
  /** All differences, in the order of the columns. */
  public static List<MappingChange> between(RouteDraft before, RouteDraft after) {
    var changes = new ArrayList<MappingChange>();
    for (var column : before.columns()) {
      var now = find(after, column.id());
      if (now == null) {
        changes.add(new MappingChange(ChangeKind.REMOVED, column.header(), describe(column)));
      } else {
        compare(column, now, changes);
      }
    }
    for (var column : after.columns()) {
      if (find(before, column.id()) == null) {
        changes.add(new MappingChange(ChangeKind.ADDED, column.header(), describe(column)));
      }
    }
    return changes;
  }

  private static @Nullable ColumnMapping find(RouteDraft draft, String id) {
    return draft.columns().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  private static String describe(ColumnMapping column) {
    return text("change.column", MappingEdits.sourceText(column), word("cellType", column.type()));
  }

  private static void compare(
      ColumnMapping before, ColumnMapping after, List<MappingChange> changes) {
    part("source", before, after, MappingEdits::sourceText, changes);
    part("type", before, after, column -> word("cellType", column.type()), changes);
    part("transforms", before, after, MappingChange::transforms, changes);
    part("pii", before, after, column -> word("pii", column.pii()), changes);
  }

  private static String transforms(ColumnMapping column) {
    return column.transforms().isEmpty()
        ? text("change.none")
        : String.join(", ", column.transforms());
  }

  private static void part(
      String name,
      ColumnMapping before,
      ColumnMapping after,
      Function<ColumnMapping, String> read,
      List<MappingChange> changes) {
    var was = read.apply(before);
    var is = read.apply(after);
    if (!was.equals(is)) {
      changes.add(
          new MappingChange(
              ChangeKind.CHANGED,
              after.header(),
              text("change.part", text("change." + name), was, is)));
    }
  }
}
