package dev.patchbay.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformsTest {
  private final TransformParser parser = new TransformParser(new Times(ZoneId.of("Europe/Berlin")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trim|` a `|Text[text=a]",
        "upper|aé|Text[text=AÉ]",
        "lower|AB|Text[text=ab]",
        "collapse|`  a \t b `|Text[text=a b]",
        "first(2)|😀😀😀|Text[text=😀😀]",
        "first(9)|ab|Text[text=ab]",
        "last(2)|abc|Text[text=bc]",
        "default(none)|``|Text[text=none]",
        "default(none)|x|Text[text=x]",
        "replace(-,)|1-2-3|Text[text=123]",
        "replace(a,b,c)|a|Text[text=b,c]",
        "map(o=Open;c=Done)|c|Text[text=Done]",
        "map(o=Open;c=Done)|x|Text[text=x]",
        "map(o=Open;*=Other)|x|Text[text=Other]",
        "currency(EUR)|12.5|Text[text=12.5 EUR]",
        "date(dd.MM.yyyy)|29.02.2024|Day[date=2024-02-29]",
        "date(MMM d, yyyy h:mm a)|jan 5, 2024 1:05 pm|Moment[time=2024-01-05T13:05]",
        "date(yyyy-MM-dd HH:mm:ssXXX)|2024-01-05 00:30:00+05:00|Moment[time=2024-01-04T20:30]",
        "date('day' d.M.yy)|day 1.2.24|Day[date=2024-02-01]",
        "date(epoch)|1517065554|Moment[time=2018-01-27T16:05:54]",
        "date(epochmillis)|0|Moment[time=1970-01-01T01:00]",
        "date(dd.MM.yyyy)|31.02.2024|Unfit[found=31.02.2024, problem=does not fit the pattern"
            + " dd.MM.yyyy]"
      })
  void changesText(String transform, String text, String value) {
    assertThat(parser.parse(transform).apply(new Value.Text(text))).asString().isEqualTo(value);
  }

  @Test
  void leavesAbsentValuesAlone() {
    assertThat(parser.parse("default(x)").apply(new Value.Absent())).isEqualTo(new Value.Absent());
    assertThat(parser.parse("upper").apply(new Value.Null())).isEqualTo(new Value.Null());
    assertThat(parser.parse("default(x)").apply(new Value.Null())).isEqualTo(new Value.Text("x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trm|'trm' is no transform; use trim, upper",
        "trim(|'trim(' is no transform; use trim, upper",
        "first(x)|first needs a count from 1 to 99999: first(20)",
        "first|'first' is no transform",
        "date(foo)|'foo' is no date pattern; write one as dd.MM.yyyy HH:mm",
        "map(a)|map needs pairs: map(open=Open;closed=Done;*=Other)",
        "replace(a)|replace needs two texts: replace(old,new)",
        "currency(euro)|currency needs a code of ISO 4217: currency(EUR)"
      })
  void saysWhatIsWrongWithIt(String transform, String message) {
    assertThatThrownBy(() -> parser.parse(transform))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
