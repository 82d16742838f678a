package dev.patchbay.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.file.FilePathTemplate.Compiled;
import dev.patchbay.spi.store.StorePath;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathTemplateTest {
  private static final ZonedDateTime AT = ZonedDateTime.parse("2026-11-26T23:05:09+01:00");

  @ParameterizedTest
  @CsvSource({
    "requests.xlsx,requests.xlsx",
    "reports/{date}/requests-{run}.xlsx,reports/2026-11-26/requests-r7.xlsx",
    "reports/{date:yyyy/MM}/{schedule}.csv,reports/2026/11/nightly.csv",
    "{date:yyyy/MM/dd}-{time}.csv,2026/11/26-23-05-09.csv",
    "{name} {time:HHmm}.csv,Open requests 2305.csv",
    "Bericht für Köln/{name}.pdf,Bericht für Köln/Open requests.pdf"
  })
  void putsValuesIn(String template, String path) {
    assertThat(path(template, "Open requests")).isEqualTo(StorePath.of(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b|f/a_b.csv",
        "../../etc/passwd|f/.._.._etc_passwd.csv",
        "..\\..\\x|f/.._.._x.csv",
        "C:\\x|f/C__x.csv",
        "a*?\"<>b|f/a_____b.csv",
        "{run}|f/{run}.csv",
        "Köln 😀 #1 100%|f/Köln 😀 #1 100%.csv"
      })
  void keepsAValueWithinItsName(String value, String path) {
    assertThat(path("f/{name}.csv", value)).isEqualTo(StorePath.of(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "..|__",
        ".|_",
        "con|_con",
        "NUL|_NUL",
        "aux.txt|_aux.txt",
        "Lpt1.tar.gz|_Lpt1.tar.gz",
        "COM²|_COM²",
        "console|console",
        "a. .|a___",
        ".patchbay|_.patchbay",
        ".PatchBay|_.PatchBay"
      })
  void keepsAValueFromBeingMoreThanAName(String value, String name) {
    assertThat(path("{name}", value)).isEqualTo(StorePath.of(name));
    assertThat(path("{name}/x", value).folders()).containsExactly(name);
  }

  @Test
  void showsWhatCannotBeSeen() {
    assertThat(path("{name}", "a\u0000b\nc\u202Egpj.exe\uFEFF\uD800d"))
        .isEqualTo(StorePath.of("a_b_c_gpj.exe__d"));
  }

  @Test
  void namesNothing() {
    assertThat(path("{name}", "")).isEqualTo(StorePath.of("_"));
    assertThat(path("{name}/x", "   ")).isEqualTo(StorePath.of("___/x"));
  }

  @Test
  void writesTheSameLetterTheSameWay() {
    assertThat(path("{name}", "Ko\u0308ln")).isEqualTo(StorePath.of("K\u00F6ln"));
  }

  @Test
  void cutsNamesThatAreTooLongAndKeepsTheEnding() {
    var long255 = path("{name}{name}{name}{name}.xlsx", "😀".repeat(500)).name();

    assertThat(long255).endsWith(".xlsx").startsWith("😀");
    assertThat(long255.getBytes(StandardCharsets.UTF_8).length).isBetween(250, 255);
  }

  @Test
  void staysWithinWhatStoresTakeHoweverLongItsValuesAre() {
    assertThat(path("{name}/".repeat(7) + "{name}", "ß".repeat(999)).segments()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "/etc/{name}",
        "a//b",
        "a/",
        "../a",
        "a/../b",
        "a/./b",
        "{date",
        "a}",
        "{}",
        "{user}",
        "{run:x}",
        "{name:}",
        "{date:}",
        "{date:G}",
        "{date:yyyy'T'}",
        "{date:/yyyy}",
        "{time:HH:mm}",
        "a\\b",
        "a:b",
        "a\u0000b",
        "{run}{run}{run}{run}{run}{run}{run}{run}{run}"
      })
  void isRefusedWithWhatIsWrong(String template) {
    assertThat(FilePathTemplate.compile(template))
        .isInstanceOfSatisfying(
            Compiled.Faulty.class, faulty -> assertThat(faulty.message()).isNotBlank());
  }

  @Test
  void isRefusedIfItIsTooLong() {
    assertThat(FilePathTemplate.compile("x".repeat(201))).isInstanceOf(Compiled.Faulty.class);
  }

  private static StorePath path(String template, String name) {
    return switch (FilePathTemplate.compile(template)) {
      case Compiled.Ready(var ready) -> ready.path(new FilePathValues(AT, "r7", "nightly", name));
      case Compiled.Faulty(var message) -> throw new AssertionError(template + " " + message);
    };
  }

  @Test
  void documentsHaveWordsOfTheirOwn() {
    var values = new FilePathValues(AT, "12-4711-x", "Closing letter", "r/1");
    var text = "{template}/{date:yyyy}/{key}-{document}.docx";
    var compiled = FilePathTemplate.compile(text, FilePathWords.OF_DOCUMENTS);
    assertThat(((Compiled.Ready) compiled).template().path(values))
        .hasToString("Closing letter/%d/r_1-12-4711-x.docx".formatted(AT.getYear()));
    assertThat(FilePathTemplate.compile("{run}.docx", FilePathWords.OF_DOCUMENTS))
        .isEqualTo(
            new Compiled.Faulty(
                "has no placeholder {run}; there are date, time, document, template and key"));
  }
}
