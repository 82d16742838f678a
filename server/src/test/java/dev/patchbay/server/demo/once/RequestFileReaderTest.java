package dev.patchbay.server.demo.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.server.demo.DemoFailure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestFileReaderTest {
  @Test
  void keepsEveryCellAsItIsWritten() {
    var file = read("ID,text\n007,\"=1+1\n\"\"quoted\"\"\"\n,\n1, padded \n");

    assertThat(file)
        .isEqualTo(
            new RequestFile(
                List.of("ID", "text"),
                0,
                List.of(
                    new RequestFile.Row(2, List.of("007", "=1+1\n\"quoted\"")),
                    new RequestFile.Row(5, List.of("1", " padded "))),
                List.of(4L)));
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(read("\uFEFFid,a\n1,x\n").header()).containsExactly("id", "a");
    assertThat(read("\uFEFFid,a\n1,x\n", StandardCharsets.UTF_16LE).header())
        .containsExactly("id", "a");
  }

  @Test
  void findsOutWhatSeparatesCells() {
    assertThat(read("id;a,b;c\n1;x;y\n").header()).containsExactly("id", "a,b", "c");
    assertThat(read("id\ta\n1\tx\n").header()).containsExactly("id", "a");
  }

  @Test
  void takesTheKeyThatIsNamed() {
    var file = read("id,case\n1,A\n".getBytes(StandardCharsets.UTF_8), Optional.of("case"));

    assertThat(file.keyName()).isEqualTo("case");
  }

  @Test
  void prefersTheUsualKeysInTheirOrder() {
    assertThat(read("id,service_request_id\n1,2\n").keyName()).isEqualTo("service_request_id");
    assertThat(read("id,ID\n1,2\n").keyName()).isEqualTo("ID");
  }

  @Test
  void saysWhichColumnsThereAreWhenTheKeyIsMissing() {
    refuses("a,b\n1,2\n", "has no column service_request_id or ID or id", "a, b");
  }

  @Test
  void saysInWhichLineARowIsTooShort() {
    refuses("id,a\n1,x\n2\n", "line 3: 1 cells, but there are 2 columns");
  }

  @Test
  void refusesTwoColumnsOfOneName() {
    refuses("id,a,a\n1,x,y\n", "two columns are named 'a'");
  }

  @Test
  void refusesAColumnWithoutAName() {
    refuses("id,,a\n1,x,y\n", "column 2 has no name");
  }

  @Test
  void refusesAnEmptyFile() {
    refuses("", "is empty");
  }

  @Test
  void refusesAKeyOfSeveralLines() {
    refuses("id,a\n\"1\n2\",x\n", "line 2: a key is one line");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatThrownBy(() -> read(new byte[] {'i', 'd', '\n', (byte) 0xE9}, Optional.empty()))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("is not UTF-8 text");
  }

  private static void refuses(String text, String... words) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContainingAll(words);
  }

  private static RequestFile read(String text) {
    return read(text, StandardCharsets.UTF_8);
  }

  private static RequestFile read(String text, Charset charset) {
    return read(text.getBytes(charset), Optional.empty());
  }

  private static RequestFile read(byte[] bytes, Optional<String> key) {
    return RequestFileReader.read("requests.csv", bytes, key);
  }
}
