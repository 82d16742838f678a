package dev.patchbay.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldMaskTest {

  private static final String TREE =
      "{\"a\":1,\"b\":{\"c\":2,\"d\":{\"e\":3,\"f\":4}},\"g\":[{\"h\":5,\"i\":6},{\"i\":7}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a|{\"a\":1}",
        "b.c|{\"b\":{\"c\":2}}",
        "b/c|{\"b\":{\"c\":2}}",
        "b(c,d(e))|{\"b\":{\"c\":2,\"d\":{\"e\":3}}}",
        "b.d(e,f)|{\"b\":{\"d\":{\"e\":3,\"f\":4}}}",
        "b.d.e,b.c|{\"b\":{\"c\":2,\"d\":{\"e\":3}}}",
        "b.c,b|{\"b\":{\"c\":2,\"d\":{\"e\":3,\"f\":4}}}",
        "g.h|{\"g\":[{\"h\":5},{}]}",
        "g(i)|{\"g\":[{\"i\":6},{\"i\":7}]}",
        "b(*)|{\"b\":{\"c\":2,\"d\":{\"e\":3,\"f\":4}}}",
        "*|{\"a\":1,\"b\":{\"c\":2,\"d\":{\"e\":3,\"f\":4}},\"g\":[{\"h\":5,\"i\":6},{\"i\":7}]}",
        "*/e|{\"a\":1,\"b\":{},\"g\":[{},{}]}",
        " a , b.c |{\"a\":1,\"b\":{\"c\":2}}",
        "nothing|{}"
      })
  void selects(String mask, String selected) {
    assertThat(FieldMask.parse(mask).apply(Json.read(TREE))).isEqualTo(Json.read(selected));
  }

  @Test
  void selectsEverythingWhenItIsBlank() {
    assertThat(FieldMask.parse(" ").all()).isTrue();
  }

  @Test
  void wantsWhatLiesOnThePathOfAField() {
    var mask = FieldMask.parse("a.b.c,d");

    assertThat(mask.wants("a")).isTrue();
    assertThat(mask.wants("a", "b", "c", "x")).isTrue();
    assertThat(mask.wants("a", "x")).isFalse();
    assertThat(mask.wants("d", "anything")).isTrue();
  }

  @Test
  void listsItsLeaves() {
    assertThat(FieldMask.parse("a(b,c/d),e").paths()).containsExactly("a.b", "a.c.d", "e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a(b", "a)", "a,,b", ",a", "a.", "a()", "a(b)c"})
  void refusesWhatIsNoMask(String text) {
    assertThatThrownBy(() -> FieldMask.parse(text)).isInstanceOf(ApiError.class);
  }
}
