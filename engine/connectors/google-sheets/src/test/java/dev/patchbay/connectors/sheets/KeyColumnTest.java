package dev.patchbay.connectors.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyColumnTest {
  private final KeyColumn keys = new KeyColumn();

  @Test
  void findsRowsByKey() {
    keys.put(0, "Id");
    keys.put(1, "a");
    keys.put(4, "b");

    assertThat(keys.rowOf("b")).hasValue(4);
    assertThat(keys.rowOf("c")).isEmpty();
    assertThat(keys.tail()).isEqualTo(4);
  }

  @Test
  void neverTakesTheHeaderForARow() {
    keys.put(0, "Id");

    assertThat(keys.rowOf("Id")).isEmpty();
    assertThat(keys.tail()).isZero();
  }

  @Test
  void letsTheFirstOfCopiesCount() {
    keys.put(1, "a");
    keys.put(3, "a");
    keys.put(9, "a");

    assertThat(keys.rowOf("a")).hasValue(1);
    assertThat(keys.copiesOf("a")).isEqualTo(List.of(3, 9));
  }

  @Test
  void findsAKeyThatAPersonTurnedIntoANumber() {
    keys.put(1, "7", true);
    keys.put(2, "8", false);

    assertThat(keys.rowOf("007")).hasValue(1);
    assertThat(keys.rowOf("008")).isEmpty();
  }

  @Test
  void prefersTheTextToTheNumber() {
    keys.put(1, "7", true);
    keys.put(2, "007", false);

    assertThat(keys.rowOf("007")).hasValue(2);
    assertThat(keys.rowOf("7")).hasValue(1);
  }
}
