package dev.patchbay.console.view.control;

import static dev.patchbay.console.viewmodel.Texts.word;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** A choice of one of several, each shown by its words. */
public final class Choice {
  private Choice() {}

  public static <T> ComboBox<T> of(
      String id, List<T> all, Property<T> value, Function<T, String> words) {
    return among(id, FXCollections.observableArrayList(all), value, words);
  }

  /** Of several that may become more. */
  public static <T> ComboBox<T> among(
      String id, ObservableList<T> all, Property<T> value, Function<T, String> words) {
    var choice = new ComboBox<>(all);
    choice.setId(id);
    choice.setConverter(new Words<>(words));
    choice.valueProperty().bindBidirectional(value);
    choice.setMaxWidth(Double.MAX_VALUE);
    return choice;
  }

  /** Constants of a type by their words. */
  public static <E extends Enum<E>> StringConverter<E> words(String type) {
    return new Words<>(constant -> word(type, constant));
  }

  private static final class Words<T> extends StringConverter<T> {
    private final Function<T, String> words;

    Words(Function<T, String> words) {
      this.words = words;
    }

    @Override
    public String toString(T one) {
      return one == null ? "" : words.apply(one);
    }

    @Override
    public T fromString(String text) {
      throw new UnsupportedOperationException("it is chosen, not typed");
    }
  }
}
