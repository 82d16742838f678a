package dev.patchbay.console.view.control;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A sign as it is typed, wherever the keyboard's layout has it. */
final class TypedKey extends KeyCombination {
  private final String sign;
  private final KeyCode usual;

  TypedKey(String sign, KeyCode usual) {
    super(ModifierValue.UP, ModifierValue.UP, ModifierValue.UP, ModifierValue.UP, ModifierValue.UP);
    this.sign = sign;
    this.usual = usual;
  }

  @Override
  public boolean match(KeyEvent event) {
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    return plain
        && (event.getText().equals(sign) || (event.getCode() == usual && !event.isShiftDown()));
  }

  @Override
  public String getDisplayText() {
    return sign;
  }

  @Override
  public String getName() {
    return sign;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TypedKey key && key.sign.equals(sign);
  }

  @Override
  public int hashCode() {
    return sign.hashCode();
  }
}
