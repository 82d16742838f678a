package dev.patchbay.server.command.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code patchbay inspect} as a person or program starts it. */
class InspectCommandTest {
  private final StringWriter out = new StringWriter();

  @TempDir private Path directory;

  @Test
  void writesOneJsonObjectWithTheFirstRows() throws IOException {
    var file = file("nr;name\n007;Grün\n\n8;\"a\nb\"\n");

    assertThat(run(file, "--json")).isZero();

    assertThat(out.toString())
        .isEqualTo(
            "{\"sheets\":[{\"name\":\"\",\"rowCount\":4,\"columnCount\":2,\"rows\":"
                + "[[\"nr\",\"name\"],[\"007\",\"Gr\\u00FCn\"],[null,null],[\"8\",\"a\\nb\"]]}]}"
                + System.lineSeparator());
  }

  @Test
  void countsAllRowsWhereFewerAreWanted() throws IOException {
    var file = file("a\nb\nc\n");

    assertThat(run(file, "--json", "--rows", "1")).isZero();

    assertThat(out.toString()).contains("\"rowCount\":3", "\"rows\":[[\"a\"]]");
  }

  @Test
  void readsATextAsItIsSaidToBe() throws IOException {
    var bytes = "nr|name;first\n1|Žofie;x\n".getBytes(Charset.forName("windows-1250"));
    var file = Files.write(directory.resolve("old.csv"), bytes);

    assertThat(run(file, "--json", "--encoding", "windows-1250", "--separator", "bar")).isZero();

    assertThat(out.toString()).contains("[[\"nr\",\"name;first\"],[\"1\",\"\\u017Dofie;x\"]]");
    assertThat(run(file, "--encoding", "klingon")).isEqualTo(2);
    assertThat(run(file, "--separator", "dot")).isEqualTo(2);
    assertThat(out.toString())
        .contains("--encoding must be an encoding, such as utf-8", "--separator must be comma");
  }

  @Test
  void saysWhyAFileIsRefused() throws IOException {
    assertThat(run(file("<html><body>Sign in</body></html>"), "--json")).isEqualTo(1);
    assertThat(out.toString()).startsWith("{\"rejected\":true,\"reason\":\"The file is a web page");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(run(directory.resolve("none.csv"), "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"rejected\":true", "is it there");
  }

  @Test
  void showsATableToPeople() throws IOException {
    assertThat(run(file("a,b\n1,\u001b[31mred\n"))).isZero();
    assertThat(out.toString())
        .contains("rows: 2 rows, 2 columns", "1  a" + " ".repeat(20) + "b", " [31mred")
        .doesNotContain("\u001b");
  }

  @Test
  void saysWhatIsWrongWithItsArguments() throws IOException {
    assertThat(run(file("a"), "--rows", "-1")).isEqualTo(2);
    assertThat(out.toString()).contains("--rows must be 0 or more");
    assertThat(new CommandLine(new InspectCommand()).setErr(new PrintWriter(out)).execute())
        .isEqualTo(2);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("table.csv"), text);
  }

  private int run(Path file, String... arguments) {
    var command = new CommandLine(new InspectCommand());
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(out, true));
    var all = new String[arguments.length + 1];
    all[0] = file.toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return command.execute(all);
  }
}
