package dev.patchbay.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.mail.MailTemplate.Compiled.Faulty;
import dev.patchbay.core.mail.MailTemplate.Compiled.Ready;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTemplateTest {
  private static final MailValues VALUES =
      new MailValues("Offene Fälle", "2026-11-27", "250", "https://hub.example.org/x");

  private static String text(String template, MailValues values) {
    return MailTemplate.compile(template, 1_000) instanceof Ready(var ready)
        ? ready.text(values)
        : "not ready";
  }

  @Test
  void putsValuesInTheirPlaces() {
    assertThat(text("{name} ({date}): {rows}\n{link}", VALUES))
        .isEqualTo("Offene Fälle (2026-11-27): 250\nhttps://hub.example.org/x");
  }

  @Test
  void noValueBeginsALineOrAnotherPlaceholder() {
    var hostile =
        new MailValues("a\r\nBcc: b@example.org\u2028c\u0085d\u202ee{link}", "", "", "no");

    assertThat(text("{name}", hostile)).isEqualTo("a Bcc: b@example.org c d e{link}");
  }

  @Test
  void aValueThatWouldBreakALineBreaksNone() {
    assertThat(MailTemplate.oneLine("a\u2028b\u0085c\u202Ed\r\n")).isEqualTo("a b c d ");
  }

  @Test
  void tellsWhetherItLinks() {
    assertThat(MailTemplate.compile("{name}", 10))
        .matches(it -> it instanceof Ready(var t) && !t.links());
    assertThat(MailTemplate.compile("{link}", 10))
        .matches(it -> it instanceof Ready(var t) && t.links());
  }

  @ParameterizedTest
  @CsvSource({
    "'{names}',no placeholder {names}",
    "'{name',without its partner",
    "'name}',without its partner",
    "'{{name}}',without its partner",
    "'  ',is empty",
    "'12345678901',more than 10",
    "'a\r\nb',one line"
  })
  void namesWhatIsWrong(String template, String part) {
    assertThat(MailTemplate.line(template, 10))
        .isInstanceOfSatisfying(Faulty.class, it -> assertThat(it.message()).contains(part));
  }
}
