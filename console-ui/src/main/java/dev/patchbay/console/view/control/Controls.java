package dev.patchbay.console.view.control;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small parts every screen is made of, each with its accessible name. */
public final class Controls {
  /** Where a list keeps what it is to show next. */
  private static final Object NEXT = new Object();

  private Controls() {}

  public static Button button(Command command) {
    var button = new Button(command.label(), new FontIcon(command.icon()));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return wire(button, command);
  }

  public static Button iconButton(Command command) {
    var button = new Button(null, new FontIcon(command.icon()));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return wire(button, command);
  }

  private static Button wire(Button button, Command command) {
    button.setId(command.id());
    button.setOnAction(_ -> command.run());
    button.disableProperty().bind(Bindings.not(command.enabled()));
    var key = command.keyText();
    describe(button, key.isEmpty() ? command.label() : command.label() + "  " + key);
    button.setAccessibleText(command.label());
    return button;
  }

  public static <B extends ButtonBase> B describe(B button, String tip) {
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    return button;
  }

  public static Button small(Button button) {
    button.getStyleClass().add(Styles.SMALL);
    return button;
  }

  public static Button accent(Button button) {
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  public static Label label(String text, String... classes) {
    var label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }

  public static Label wrapped(String text, String... classes) {
    var label = label(text, classes);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** What is wrong, in words; shown only while something is. */
  public static Label problem(ObservableValue<String> words, String... classes) {
    var problem = wrapped("", "problem");
    problem.getStyleClass().addAll(classes);
    problem.textProperty().bind(words);
    words.subscribe(now -> showIf(problem, !now.isEmpty()));
    return problem;
  }

  public static FontIcon icon(Feather icon, String... classes) {
    var drawn = new FontIcon(icon);
    drawn.getStyleClass().addAll(classes);
    return drawn;
  }

  public static Region grow() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    VBox.setVgrow(space, Priority.ALWAYS);
    return space;
  }

  public static HBox row(double gap, Node... parts) {
    var row = new HBox(gap, parts);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  public static VBox column(double gap, Node... parts) {
    return new VBox(gap, parts);
  }

  /**
   * Shows these instead; the focus stays on the control of the same name. A button that is being
   * pressed is let go first, or the press would be lost.
   */
  public static void replace(Pane list, List<? extends Node> nodes) {
    var focused = focusedIn(list);
    if (focused.orElse(null) instanceof ButtonBase pressed && pressed.isArmed()) {
      replaceAfter(pressed, list, nodes);
      return;
    }
    list.getProperties().remove(NEXT);
    list.getChildren().setAll(nodes);
    list.applyCss(); // or a key would find controls without a skin until the next frame
    focused.map(owner -> list.lookup("#" + owner.getId())).ifPresent(Node::requestFocus);
  }

  /** The newest that waits is shown, unless something newer was shown by then. */
  private static void replaceAfter(ButtonBase pressed, Pane list, List<? extends Node> nodes) {
    if (list.getProperties().put(NEXT, (Runnable) () -> replace(list, nodes)) == null) {
      InvalidationListener letGo =
          _ ->
              Platform.runLater(
                  () -> {
                    if (list.getProperties().remove(NEXT) instanceof Runnable next) {
                      next.run();
                    }
                  });
      pressed.armedProperty().addListener(letGo);
    }
  }

  private static Optional<Node> focusedIn(Pane list) {
    return Optional.ofNullable(list.getScene())
        .map(Scene::getFocusOwner)
        .filter(owner -> isIn(list, owner));
  }

  private static boolean isIn(Pane list, Node node) {
    for (@Nullable Node at = node; at != null; at = at.getParent()) {
      if (at.equals(list)) {
        return true;
      }
    }
    return false;
  }

  /** Shows and lays out the node only while wanted. */
  public static void showIf(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  /**
   * Tells a button from its likes in a list.
   *
   * @param what it is about, which is read out behind its own words
   */
  public static void tell(ButtonBase button, String id, String what) {
    button.setId(id);
    button.setAccessibleText(button.getText() + " " + what);
  }

  /** Something to fill in, below its name. */
  public static Node field(String name, Control control) {
    var label = new Label(name);
    label.setLabelFor(control);
    label.getStyleClass().add("field-name");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    control.setAccessibleText(name);
    control.setMaxWidth(Double.MAX_VALUE);
    return column(5, label, control);
  }

  /** A line to type into, which holds what the value is. */
  public static TextField input(String id, StringProperty value) {
    var input = new TextField();
    input.setId(id);
    input.textProperty().bindBidirectional(value);
    return input;
  }

  /** As wide as this, in pixels, whatever room there is. */
  public static void fixWidth(Region part, double width) {
    part.setMinWidth(width);
    part.setPrefWidth(width);
    part.setMaxWidth(width);
  }
}
