package dev.patchbay.console.view.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class CommandTest {
  private static final Command UNDO = Command.of("undo", Feather.CORNER_UP_LEFT, null, () -> {});
  private static final Command REDO = Command.of("redo", Feather.CORNER_UP_RIGHT, null, () -> {});

  @Test
  void isFoundByItsIdAndAnIdThatNoneHasIsNamed() {
    var commands = List.of(UNDO, REDO);
    assertThat(Command.one(commands, "redo")).isSameAs(REDO);
    assertThatThrownBy(() -> Command.one(commands, "undone"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no command: undone");
  }
}
