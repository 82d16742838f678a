package dev.patchbay.core.mapping;

import static dev.patchbay.core.mapping.Drafts.column;
import static dev.patchbay.core.mapping.Drafts.route;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.event.Sample;
import dev.patchbay.model.route.CellType;
import dev.patchbay.spi.Cell;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTypesTest {
  private static final MappingCompiler COMPILER =
      new MappingCompiler(Contracts.load(), new byte[] {1}, ZoneId.of("America/New_York"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT|'007'|Text[value=007]",
        "TEXT|7.50|Text[value=7.50]",
        "TEXT|1E+3|Text[value=1000]",
        "TEXT|true|Text[value=true]",
        "TEXT|['a','b',3]|Text[value=a, b, 3]",
        "TEXT|{'a':[{}]}|Text[value={\"a\":[{}]}]",
        "TEXT|'=IMPORTXML(1)'|Text[value==IMPORTXML(1)]",
        "TEXT|''|Empty[]",
        "TEXT|null|Empty[]",
        "INTEGER|12|Numeric[value=12]",
        "INTEGER|'-12'|Numeric[value=-12]",
        "INTEGER|12.00|Numeric[value=12]",
        "INTEGER|101000002107|Numeric[value=101000002107]",
        "DECIMAL|42.280539999591056|Numeric[value=42.280539999591056]",
        "DECIMAL|'1.5e3'|Numeric[value=1.5E+3]",
        "DECIMAL|0|Numeric[value=0]",
        "BOOLEAN|false|Bool[value=false]",
        "BOOLEAN|'TRUE'|Bool[value=true]",
        "DATE|'2024-02-29'|Date[value=2024-02-29]",
        "DATE|'2024-03-01T03:00:00Z'|Date[value=2024-02-29]",
        "DATE_TIME|'2008-10-08T14:00:15-04:00'|DateTime[value=2008-10-08T14:00:15]",
        "DATE_TIME|'2026-01-31T12:00:00.5Z'|DateTime[value=2026-01-31T07:00:00.500]",
        "DATE_TIME|'2026-01-31T12:00:00'|DateTime[value=2026-01-31T12:00]",
        "DATE_TIME|'2026-01-31'|DateTime[value=2026-01-31T00:00]",
        "MONEY|'12.50 EUR'|Money[amount=12.50, currency=EUR]",
        "MONEY|'EUR 12'|Money[amount=12, currency=EUR]",
        "MONEY|{'amount':12.5,'currency':'USD'}|Money[amount=12.5, currency=USD]",
        "LINK|'https://a.org/x?y=1'|Link[uri=https://a.org/x?y=1, label=https://a.org/x?y=1]",
        "LINK|{'url':'http://a.org','label':'A'}|Link[uri=http://a.org, label=A]"
      })
  void convertsWhatFits(CellType type, String value, String cell) {
    assertThat(map(type, value))
        .isInstanceOfSatisfying(
            Mapping.Mapped.Good.class, good -> assertThat(cellOf(good)).asString().isEqualTo(cell));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INTEGER|'12a'|'12a' is no whole number; write digits only, or choose DECIMAL or TEXT",
        "INTEGER|' 12'|' 12' is no whole number; write digits only, or choose DECIMAL or TEXT",
        "INTEGER|12.5|'12.5' is no whole number; write digits only, or choose DECIMAL or TEXT",
        "INTEGER|'02134'|'02134' has leading zeros that a number would lose; choose TEXT",
        "INTEGER|9007199254740992|'9007199254740992' has more digits than a number cell keeps;"
            + " choose TEXT",
        "DECIMAL|'1,5'|'1,5' is no number; write it as 12.5, or choose TEXT",
        "DECIMAL|'NaN'|'NaN' is no number; write it as 12.5, or choose TEXT",
        "DECIMAL|1e900|'1000000000000000000000000000000000000000…' is too large for a number cell;"
            + " choose TEXT",
        "BOOLEAN|1|'1' is neither true nor false; add map(yes=true;no=false) or choose TEXT",
        "DATE|'31.01.2024'|'31.01.2024' is no ISO 8601 date; write 2026-01-31 or"
            + " 2026-01-31T08:15:00Z, or add date(pattern)",
        "DATE_TIME|'2024-02-30T10:00:00Z'|'2024-02-30T10:00:00Z' is no ISO 8601 date; write"
            + " 2026-01-31 or 2026-01-31T08:15:00Z, or add date(pattern)",
        "MONEY|12.5|'12.5' is no amount with a currency; write 12.50 EUR, or add currency(EUR)",
        "MONEY|'12 XXY'|'12 XXY' has no currency of ISO 4217; write it as 12.50 EUR",
        "MONEY|'x EUR'|'x EUR' has no clean amount; write it as 12.50 EUR",
        "LINK|'javascript:alert(1)'|'javascript:alert(1)' is no link; write it in full, for example"
            + " https://example.org/a.jpg",
        "LINK|'a b'|'a b' is no link; write it in full, for example https://example.org/a.jpg"
      })
  void saysWhatDoesNotFit(CellType type, String value, String message) {
    assertThat(map(type, value))
        .isInstanceOfSatisfying(
            Mapping.Mapped.Bad.class,
            bad -> assertThat(bad.faults()).containsExactly(new Mapping.Fault("x", message)));
  }

  private static Cell cellOf(Mapping.Mapped.Good good) {
    return Objects.requireNonNull(good.row().cells().get("x"));
  }

  private static Mapping.Mapped map(CellType type, String value) {
    var compiled = COMPILER.compile(route(column("/data/attributes/x", type)));
    var mapping = ((Compilation.Compiled) compiled).mapping();
    return mapping.map("1", Sample.request("1", "{'id':'1','attributes':{'x':" + value + "}}"));
  }
}
