package dev.patchbay.console.view;

import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.viewmodel.navigation.PaletteMatch;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every command by name; what is no command is searched for. */
public final class Palette extends VBox {
  private final List<Command> commands;
  private final Consumer<String> search;
  private final Runnable close;
  private final TextField field = new TextField();
  private final ListView<Command> found = new ListView<>();

  /** {@code whyLess} says why some commands are missing, empty if none are. */
  Palette(List<Command> commands, String whyLess, Consumer<String> search, Runnable close) {
    this.commands = commands.stream().filter(command -> command.enabled().get()).toList();
    this.search = search;
    this.close = close;
    getStyleClass().addAll("dialog", "palette");
    setId("palette");
    setMaxSize(560, USE_PREF_SIZE);
    field.setId("palette-field");
    field.setPromptText(text("palette.prompt"));
    field.setAccessibleText(text("palette.prompt"));
    field.getStyleClass().add("bare-field");
    field.textProperty().subscribe(this::filter);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    found.setAccessibleText(text("palette.commands"));
    found.setFixedCellSize(38);
    found.setCellFactory(_ -> new CommandCell());
    found.setOnMouseClicked(_ -> run());
    var line = row(10, icon(Feather.SEARCH, "muted-icon"), field);
    HBox.setHgrow(field, Priority.ALWAYS);
    line.getStyleClass().add("palette-line");
    var less = wrapped(whyLess, "muted", "palette-less");
    showIf(less, !whyLess.isEmpty());
    getChildren().setAll(line, found, less);
  }

  @Override
  public void requestFocus() {
    field.requestFocus();
  }

  private void filter(String typed) {
    var matching =
        commands.stream().filter(command -> PaletteMatch.matches(typed, command.label())).toList();
    found.getItems().setAll(matching);
    found.getItems().add(Command.of("search", Feather.SEARCH, null, () -> search.accept(typed)));
    found.setPrefHeight(Math.min(9, found.getItems().size()) * 38 + 10);
    found.getSelectionModel().select(0);
  }

  private void key(KeyEvent event) {
    int at = found.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case KeyCode.DOWN -> select(at + 1, event);
      case KeyCode.UP -> select(at - 1, event);
      case KeyCode.ENTER -> run();
      default -> {} // typed into the field
    }
  }

  private void select(int index, KeyEvent event) {
    found.getSelectionModel().select(Math.clamp(index, 0, found.getItems().size() - 1));
    found.scrollTo(found.getSelectionModel().getSelectedIndex());
    event.consume();
  }

  private void run() {
    var chosen = found.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      close.run();
      chosen.run();
    }
  }

  /** One command with its shortcut. */
  private final class CommandCell extends ListCell<Command> {
    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
      super.updateItem(command, empty);
      setGraphic(command == null || empty ? null : drawn(command));
    }

    private Node drawn(Command command) {
      var name =
          command.id().equals("search") ? text("palette.search", field.getText()) : command.label();
      var key = label(command.keyText(), "key-cap");
      showIf(key, !command.keyText().isEmpty());
      return row(12, icon(command.icon(), "muted-icon"), label(name), grow(), key);
    }
  }
}
