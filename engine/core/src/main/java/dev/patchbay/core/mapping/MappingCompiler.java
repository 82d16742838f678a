package dev.patchbay.core.mapping;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.WriteMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compiles the mapping of a route draft and checks it against the contracts of its event types.
 * Thread-safe.
 */
public final class MappingCompiler {
  private final Contracts contracts;
  private final ColumnCompiler columns;

  /**
   * A compiler.
   *
   * @param salt of this hub, mixed into hashed personal values
   * @param zone that times are shown in
   */
  public MappingCompiler(Contracts contracts, byte[] salt, ZoneId zone) {
    this.contracts = contracts;
    this.columns = new ColumnCompiler(new Times(zone), new Privacy(salt));
  }

  private MappingCompiler(Contracts contracts, ColumnCompiler columns) {
    this.contracts = contracts;
    this.columns = columns;
  }

  /** As this one, but against other contracts. */
  public MappingCompiler against(Contracts others) {
    return new MappingCompiler(others, columns);
  }

  /** Compiles columns, key and write mode of a draft. */
  public Compilation compile(RouteDraft draft) {
    var check = new MappingCheck(contracts, draft);
    var errors = new ArrayList<>(check.errors());
    var compiled = new ArrayList<CompiledColumn>();
    for (int i = 0; i < draft.columns().size(); i++) {
      columns.compile(draft.columns().get(i), "/columns/" + i, check, errors, compiled);
    }
    if (!errors.isEmpty()) {
      return new Compilation.Faults(errors);
    }
    return new Compilation.Compiled(new CompiledMapping(layout(draft), compiled));
  }

  private static Layout layout(RouteDraft draft) {
    var all = new ArrayList<Column>();
    var keyColumn = keyColumn(draft.columns(), draft.key());
    if (keyColumn.isEmpty()) {
      all.add(new Column("key", "Key", CellKind.TEXT));
    }
    for (var column : draft.columns()) {
      var kind = CellKind.valueOf(column.type().name());
      all.add(new Column(column.id(), column.header(), kind));
    }
    var mode = WriteMode.valueOf(draft.mode().name());
    return new Layout(all, keyColumn.map(ColumnMapping::id).orElse("key"), mode);
  }

  /** The column that shows the key unchanged, so that rows can be found by it. */
  static Optional<ColumnMapping> keyColumn(List<ColumnMapping> columns, String key) {
    return columns.stream()
        .filter(column -> key.equals(column.source()))
        .filter(column -> column.type() == CellType.TEXT)
        .filter(column -> column.transforms().isEmpty() && column.pii() == PiiPolicy.ALLOW)
        .findFirst();
  }
}
