package dev.patchbay.console.view.control;

import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where rows would: loading, the three kinds of empty, an error. */
public final class Placeholder {
  /** What a person can do about it on this screen. */
  public record Ways(
      String screen,
      Runnable firstStep,
      Runnable clearFilter,
      Runnable tryAgain,
      ObservableBooleanValue mayBegin) {
    public Ways(String screen, Runnable firstStep, Runnable clearFilter, Runnable tryAgain) {
      this(screen, firstStep, clearFilter, tryAgain, new SimpleBooleanProperty(true));
    }

    /** The same, where the first step is not for everybody. */
    Ways onlyIf(ObservableBooleanValue may) {
      return new Ways(screen, firstStep, clearFilter, tryAgain, may);
    }
  }

  private Placeholder() {}

  /** The rows once there are some, else what stands in their place; takes all the room there is. */
  public static StackPane insteadOf(Node rows, ObservableValue<ListState> state, Ways ways) {
    var instead = new StackPane();
    state.subscribe(
        now -> {
          boolean ready = now instanceof ListState.Ready;
          instead.getChildren().setAll(of(now, ways));
          showIf(instead, !ready);
          rows.setVisible(ready);
        });
    var place = new StackPane(rows, instead);
    VBox.setVgrow(place, Priority.ALWAYS);
    return place;
  }

  private static Node of(ListState state, Ways ways) {
    return switch (state) {
      case ListState.Loading() -> loading();
      case ListState.Ready() -> new VBox();
      case ListState.NothingYet() ->
          card(
              Feather.INBOX,
              text(ways.screen() + ".nothing.title"),
              text(ways.screen() + ".nothing.text"),
              firstStep(ways));
      case ListState.NoMatch() ->
          card(
              Feather.FILTER,
              text("empty.noMatch.title"),
              text("empty.noMatch.text"),
              button(text("empty.noMatch.clear"), ways.clearFilter()));
      case ListState.NoRight() ->
          card(Feather.LOCK, text("empty.noRight.title"), text("empty.noRight.text"));
      case ListState.Failed(var failure) -> failed(failure, ways.tryAgain());
    };
  }

  private static Button firstStep(Ways ways) {
    var step = button(text(ways.screen() + ".nothing.step"), ways.firstStep());
    step.disableProperty().bind(Bindings.not(ways.mayBegin()));
    return step;
  }

  public static Node loading() {
    return busy(text("loading"));
  }

  /** Something takes a while; the words say what. */
  public static Node busy(String words) {
    var turning = new ProgressIndicator();
    turning.setMaxSize(28, 28);
    turning.setAccessibleText(words);
    return stack(turning, label(words, "muted"));
  }

  public static Node failed(Failure failure, Runnable tryAgain) {
    var again = button(text("error.tryAgain"), tryAgain);
    var copy = button(text("error.copy"), () -> copy(failure.diagnostics()));
    return card(
        failure instanceof Failure.Unreachable ? Feather.WIFI_OFF : Feather.ALERT_TRIANGLE,
        text("error.title"),
        Notice.sentence(failure) + "\n" + text("error.safe"),
        again,
        copy);
  }

  private static void copy(String diagnostics) {
    var content = new ClipboardContent();
    content.putString(diagnostics);
    Clipboard.getSystemClipboard().setContent(content);
  }

  public static Node card(Feather icon, String title, String message, Button... actions) {
    var words = wrapped(message, "muted", "centered");
    words.setMaxWidth(380);
    var buttons = new HBox(8, actions);
    buttons.setAlignment(Pos.CENTER);
    return stack(icon(icon, "empty-icon"), label(title, "empty-title"), words, buttons);
  }

  private static Button button(String label, Runnable action) {
    var button = new Button(label);
    button.setOnAction(_ -> action.run());
    button.setAccessibleText(label);
    return button;
  }

  private static VBox stack(Node... parts) {
    var stack = new VBox(12, parts);
    stack.setAlignment(Pos.CENTER);
    stack.getStyleClass().add("placeholder");
    return stack;
  }
}
