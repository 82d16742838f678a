package dev.patchbay.console.view.frame;

import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.TaskRunner;
import dev.patchbay.console.viewmodel.Undo;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Sentences in the lower left corner, away from the pane that people type in: a success leaves by
 * itself, what can be undone with its chance, a failure stays until read.
 */
public final class Notices {
  private static final Duration STAY = Duration.ofSeconds(6);

  private final TaskRunner tasks;
  private final VBox stack = new VBox(8);
  private final BooleanProperty canUndo = new SimpleBooleanProperty();
  private @Nullable Undo last;

  public Notices(TaskRunner tasks) {
    this.tasks = tasks;
    stack.setPickOnBounds(false);
    stack.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    stack.getStyleClass().add("notices");
    StackPane.setAlignment(stack, Pos.BOTTOM_LEFT);
  }

  public Node root() {
    return stack;
  }

  public void show(Notice notice) {
    boolean good = notice.kind() == Notice.Kind.SUCCESS;
    var words = wrapped(notice.message());
    words.setMaxWidth(380);
    HBox.setHgrow(words, Priority.ALWAYS);
    var close = new Button(null, icon(Feather.X));
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    Controls.describe(close, text("notice.close"));
    var drawn = new HBox(10, icon(good ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE), words);
    drawn.getStyleClass().addAll("notice", good ? "good" : "bad");
    Runnable leave = () -> stack.getChildren().remove(drawn);
    close.setOnAction(_ -> leave.run());
    if (notice.undo() != null) {
      drawn.getChildren().add(undo(notice.undo(), leave));
      follow(notice.undo());
    } else if (good) {
      tasks.after(STAY, leave);
    }
    drawn.getChildren().add(close);
    stack.getChildren().add(drawn);
  }

  /** Whether the change that was told of last can be taken back. */
  public ReadOnlyBooleanProperty canUndo() {
    return canUndo;
  }

  public void undoLast() {
    if (last != null) {
      last.take();
    }
  }

  private void follow(Undo undo) {
    last = undo;
    undo.open()
        .subscribe(
            open -> {
              if (undo == last) {
                canUndo.set(open);
              }
            });
  }

  /** The notice stays as long as what it tells can be taken back. */
  private static Button undo(Undo undo, Runnable leave) {
    var button = new Button(text("notice.undo"));
    button.getStyleClass().addAll(Styles.SMALL, "undo");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(button.getText());
    button.setOnAction(_ -> undo.take());
    undo.open()
        .subscribe(
            open -> {
              if (!open) {
                leave.run();
              }
            });
    return button;
  }
}
