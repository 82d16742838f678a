package dev.patchbay.core.mapping;

import static dev.patchbay.core.mapping.Drafts.column;
import static dev.patchbay.core.mapping.Drafts.computed;
import static dev.patchbay.core.mapping.Drafts.route;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.event.Sample;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.WriteMode;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingCompilerTest {
  private static final MappingCompiler COMPILER =
      new MappingCompiler(Contracts.load(), new byte[] {1, 2}, ZoneOffset.UTC);

  @Test
  void takesTheKeysOwnColumnAsKeyColumn() {
    assertThat(
            mapping(column("/data/status", CellType.TEXT), column("/data/id", CellType.TEXT))
                .layout())
        .isEqualTo(
            new Layout(
                List.of(
                    new Column("status", "status", CellKind.TEXT),
                    new Column("id", "id", CellKind.TEXT)),
                "id",
                WriteMode.UPSERT));
  }

  @ParameterizedTest
  @CsvSource({"INTEGER, ", "TEXT, upper"})
  void addsAKeyColumnWhereNoneShowsTheKeyUnchanged(CellType type, String transform) {
    var transforms = transform == null ? new String[0] : new String[] {transform};
    var mapping = mapping(column("/data/id", type, transforms));
    assertThat(mapping.layout().columns().getFirst())
        .isEqualTo(new Column("key", "Key", CellKind.TEXT));
    assertThat(mapping.layout().keyColumn()).isEqualTo("key");
    assertThat(mapping.map("7", Sample.request("1", "{}")))
        .isEqualTo(good(Map.of("key", new Cell.Text("7"))));
  }

  @Test
  void leavesAbsentColumnsUntouchedAndClearsNulls() {
    var mapping =
        mapping(
            column("/data/title", CellType.TEXT),
            column("/data/lat", CellType.DECIMAL),
            column("/data/version", CellType.INTEGER));
    assertThat(mapping.map("7", Sample.request("1", "{'id':'7','lat':null,'version':3}")))
        .isEqualTo(
            good(
                Map.of(
                    "key", new Cell.Text("7"),
                    "lat", new Cell.Empty(),
                    "version", new Cell.Numeric(BigDecimal.valueOf(3)))));
  }

  @Test
  void keepsTheCellsThatFitBesideTheFaults() {
    var mapping =
        mapping(column("/data/title", CellType.TEXT), column("/data/zip", CellType.INTEGER));
    assertThat(mapping.map("7", Sample.request("1", "{'title':'a','zip':'x'}")))
        .isInstanceOfSatisfying(
            Mapping.Mapped.Bad.class,
            bad -> {
              assertThat(bad.cells().cells()).containsOnlyKeys("key", "title");
              assertThat(bad.faults()).extracting(Mapping.Fault::column).containsExactly("zip");
            });
  }

  @Test
  void computesColumns() {
    var mapping =
        mapping(
            computed("a", "data.title + ' / ' + data.status", CellType.TEXT),
            computed("b", "data.version * 2 + 1", CellType.INTEGER),
            computed("c", "has(data.zip) ? data.zip : event.id", CellType.TEXT),
            computed("d", "data.tags.exists(t, t == 'x')", CellType.BOOLEAN),
            computed("e", "data.assignee", CellType.TEXT),
            computed("f", "data.agency == null ? null : data.agency", CellType.TEXT),
            computed("g", "double(data.lat) / 2.0", CellType.DECIMAL),
            computed("h", "data.attributes['Zip Code']", CellType.TEXT));
    var data =
        "{'title':'t','status':'s','version':4,'tags':['x'],'agency':null,'lat':3,"
            + "'attributes':{'Zip Code':'02134'}}";
    assertThat(mapping.map("7", Sample.request("ev", data)))
        .isEqualTo(
            good(
                Map.of(
                    "key", new Cell.Text("7"),
                    "a", new Cell.Text("t / s"),
                    "b", new Cell.Numeric(BigDecimal.valueOf(9)),
                    "c", new Cell.Text("ev"),
                    "d", new Cell.Bool(true),
                    "f", new Cell.Empty(),
                    "g", new Cell.Numeric(new BigDecimal("1.5")),
                    "h", new Cell.Text("02134"))));
  }

  @Test
  void hidesPersonalValuesEvenInMessages() {
    var mapping =
        mapping(
            column("/data/reporter/name", CellType.TEXT, PiiPolicy.MASK),
            column("/data/reporter/email", CellType.TEXT, PiiPolicy.HASH),
            column("/data/reporter/phone", CellType.TEXT, PiiPolicy.DROP),
            column("/data/address", CellType.TEXT, PiiPolicy.MASK, "date(yyyy)"));
    var data = "{'address':'Secret St','reporter':{'name':'Ada','email':'a@b.c','phone':'1'}}";
    assertThat(mapping.map("7", Sample.request("1", data)))
        .isInstanceOfSatisfying(
            Mapping.Mapped.Bad.class,
            bad -> {
              assertThat(bad.cells().cells())
                  .containsEntry("name", new Cell.Text("A***"))
                  .containsEntry(
                      "email",
                      new Cell.Text(
                          "db04aee5b10c3e00f55fc130e714878e0146980c708847c53d5e5d0f4f717bdd"))
                  .doesNotContainKey("phone");
              assertThat(bad.faults())
                  .containsExactly(
                      new Mapping.Fault("address", "the value does not fit the pattern yyyy"));
            });
  }

  @Test
  void refusesTextLongerThanACell() {
    var mapping = mapping(column("/data/description", CellType.TEXT));
    var data = "{'description':'" + "x".repeat(50_001) + "'}";
    assertThat(mapping.map("7", Sample.request("1", data))).isInstanceOf(Mapping.Mapped.Bad.class);
  }

  @Test
  void namesEveryFaultOfADraftByItsPlace() {
    var faults =
        faults(
            column("/data/statuss", CellType.TEXT),
            column("status", CellType.TEXT),
            column("/data/lat", CellType.DATE),
            column("/data/title", CellType.TEXT, "trm"),
            new ColumnMapping("", " ", CellType.TEXT, null, null, List.of(), PiiPolicy.ALLOW),
            column("/data/title", CellType.INTEGER, PiiPolicy.MASK),
            column("/data/id", CellType.TEXT, PiiPolicy.HASH),
            computed("x", "data.nope == 1", CellType.BOOLEAN),
            computed("y", "1 +", CellType.INTEGER),
            computed("z", "dat.x", CellType.INTEGER));
    assertThat(faults)
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "/columns/0/source",
            "/columns/1/source",
            "/columns/2/type",
            "/columns/3/transforms/0",
            "/columns/4/id",
            "/columns/4/header",
            "/columns/4",
            "/columns/5/id",
            "/columns/5/header",
            "/columns/5/type",
            "/columns/6/pii",
            "/columns/7/expression",
            "/columns/8/expression",
            "/columns/9/expression");
    assertThat(faults)
        .contains(
            new FieldError("/columns/0/source", "names no field of these events: /data/statuss"),
            new FieldError("/columns/2/type", "does not fit: /data/lat carries number"),
            new FieldError(
                "/columns/7/expression", "asks for /data/nope, which no such event carries"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverThrowsWhateverTheEventHolds(long seed) {
    var random = new Random(seed);
    var columns =
        Arrays.stream(CellType.values())
            .map(type -> column("/data/attributes/" + type, type))
            .toArray(ColumnMapping[]::new);
    var mapping = mapping(columns);
    for (int i = 0; i < 500; i++) {
      var attributes = new StringBuilder("{'id':'1','attributes':{'_':0");
      for (var column : columns) {
        attributes.append(",'%s':%s".formatted(column.id(), value(random)));
      }
      var mapped = mapping.map("1", Sample.request("1", attributes + "}}"));
      var cells = mapped instanceof Mapping.Mapped.Good(var row) ? row.cells().size() - 1 : 0;
      var bad =
          mapped instanceof Mapping.Mapped.Bad(var row, var f)
              ? row.cells().size() - 1 + f.size()
              : 0;
      assertThat(cells + bad).isEqualTo(columns.length);
    }
  }

  private static String value(Random random) {
    var values =
        List.of(
            "null",
            "''",
            "true",
            "-1",
            "1.5e300",
            "1e999",
            "'2024-02-30'",
            "'2024-01-01T00:00:00Z'",
            "[]",
            "{}",
            "[null,[1]]",
            "'EUR 1'",
            "'http://a'",
            "'http://[::'",
            "'\\u0000'",
            "123456789012345678901234567890",
            "'+2024-01-01T00:00:00Z'",
            "{'amount':{}}");
    return values.get(random.nextInt(values.size()));
  }

  private static Mapping mapping(ColumnMapping... columns) {
    var compiled = COMPILER.compile(route(columns));
    assertThat(compiled).isInstanceOf(Compilation.Compiled.class);
    return ((Compilation.Compiled) compiled).mapping();
  }

  private static List<FieldError> faults(ColumnMapping... columns) {
    return ((Compilation.Faults) COMPILER.compile(route(columns))).errors();
  }

  private static Mapping.Mapped good(Map<String, Cell> cells) {
    return new Mapping.Mapped.Good(new Row("7", new LinkedHashMap<>(cells)));
  }
}
