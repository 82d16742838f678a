package dev.patchbay.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders as a process gets them. */
class OrdersTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private final List<List<String>> seen = new ArrayList<>();

  @Test
  void areCarriedOutUntilThereAreNoMore() throws IOException {
    send("fonts", "Ährenschrift");
    send("html", "", "x".repeat(100_000));

    carryOut(true);

    assertThat(seen)
        .containsExactly(
            List.of("fonts", "Ährenschrift"), List.of("html", "", "x".repeat(100_000)));
    assertThat(answers.toByteArray()).containsExactly(Orders.NEXT, Orders.NEXT);
  }

  @Test
  void noneFollowsOneThatLeavesTheProcessUndependable() throws IOException {
    send("convert");
    send("fonts");

    carryOut(false);

    assertThat(seen).containsExactly(List.of("convert"));
    assertThat(answers.toByteArray()).containsExactly(Orders.LAST);
  }

  @Test
  void oneThatIsCutOffIsNone() throws IOException {
    send("convert", "document.docx");
    var whole = sent.toByteArray();
    for (int length = 0; length < whole.length; length++) {
      new Orders(new ByteArrayInputStream(whole, 0, length), answers).carryOut(seen::add);
    }

    assertThat(seen).isEmpty();
    assertThat(answers.size()).isZero();
  }

  private void carryOut(boolean another) throws IOException {
    new Orders(new ByteArrayInputStream(sent.toByteArray()), answers)
        .carryOut(order -> seen.add(order) && another);
  }

  private void send(String... order) throws IOException {
    var out = new DataOutputStream(sent);
    out.writeInt(order.length);
    for (var word : order) {
      var bytes = word.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }
}
