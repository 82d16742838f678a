package dev.patchbay.console.view;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.viewmodel.session.ConnectModel;
import dev.patchbay.console.viewmodel.session.Profile;
import dev.patchbay.console.viewmodel.session.Profile.Environment;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/** The door: choose a server, show a key. */
final class ConnectScreen {
  private final ConnectModel model;
  private final StackPane root = new StackPane();
  private final VBox remembered = new VBox(6);

  ConnectScreen(ConnectModel model) {
    this.model = model;
    var card = column(20, title(), remembered, form());
    card.getStyleClass().add("connect-card");
    card.setMaxSize(440, Region.USE_PREF_SIZE);
    root.getChildren().add(card);
    root.getStyleClass().add("connect");
    model.profiles().addListener((ListChangeListener<Profile>) _ -> showProfiles());
    showProfiles();
  }

  Parent root() {
    return root;
  }

  private static Node title() {
    var brand = row(10, icon(Feather.SHUFFLE, "brand-icon"), label(text("app.name"), "brand"));
    return column(8, brand, wrapped(text("connect.intro"), "muted"));
  }

  private void showProfiles() {
    remembered.getChildren().clear();
    for (var profile : model.profiles()) {
      remembered.getChildren().add(profileRow(profile));
    }
    showIf(remembered, !model.profiles().isEmpty());
  }

  private Node profileRow(Profile profile) {
    var server = label(profile.server().toString(), "muted");
    var words = column(1, label(profile.name(), "strong"), server);
    var purpose = label(purpose(profile), "muted");
    purpose.setMinWidth(Region.USE_PREF_SIZE);
    var choose = new Button(null, row(12, dot(profile.environment()), words, grow(), purpose));
    choose.getStyleClass().addAll(Styles.FLAT, "profile");
    choose.setAccessibleText(text("connect.choose", profile.name()));
    choose.setMaxWidth(Double.MAX_VALUE);
    choose.setOnAction(_ -> model.choose(profile));
    ((Region) choose.getGraphic()).prefWidthProperty().bind(choose.widthProperty().subtract(26));
    HBox.setHgrow(choose, Priority.ALWAYS);
    var forget = new Button(null, icon(Feather.X));
    forget.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    Controls.describe(forget, text("connect.forget", profile.name()));
    forget.setOnAction(_ -> model.forget(profile));
    return row(4, choose, forget);
  }

  private static String purpose(Profile profile) {
    var environment = word("environment", profile.environment());
    return profile.readOnly()
        ? text("profile.state", environment, text("connect.isReadOnly"))
        : environment;
  }

  static Circle dot(Environment environment) {
    var dot = new Circle(5);
    dot.getStyleClass().addAll("environment-dot", styleOf(environment));
    return dot;
  }

  static String styleOf(Environment environment) {
    return "environment-" + environment.name().toLowerCase(Locale.ROOT);
  }

  private Node form() {
    var server = new TextField();
    server.setId("server");
    server.textProperty().bindBidirectional(model.server());
    var key = new PasswordField();
    key.setId("api-key");
    key.textProperty().bindBidirectional(model.key());
    var name = new TextField();
    name.setId("profile-name");
    name.textProperty().bindBidirectional(model.name());
    name.setPromptText(text("connect.name.prompt"));
    var keep = new CheckBox(text("connect.keepKey"));
    keep.selectedProperty().bindBidirectional(model.keepKey());
    var readOnly = new CheckBox(text("connect.readOnly"));
    readOnly.setId("open-read-only");
    readOnly.selectedProperty().bindBidirectional(model.readOnly());
    var wide =
        row(
            12,
            Controls.field(text("connect.name"), name),
            Controls.field(text("connect.environment"), environments()));
    wide.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
    server.setOnAction(_ -> model.connect());
    key.setOnAction(_ -> model.connect());
    return column(
        14,
        Controls.field(text("connect.server"), server),
        Controls.field(text("connect.key"), key),
        wide,
        keep,
        readOnly,
        problem(),
        connect());
  }

  private ComboBox<Environment> environments() {
    var choice = new ComboBox<Environment>();
    choice.getItems().setAll(Environment.values());
    choice.valueProperty().bindBidirectional(model.environment());
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setConverter(Choice.words("environment"));
    return choice;
  }

  private Node problem() {
    var problem = Controls.problem(model.problem());
    problem.setId("connect-problem");
    return problem;
  }

  private Node connect() {
    var connect = new Button();
    connect.setId("connect");
    connect.getStyleClass().add(Styles.ACCENT);
    connect.setDefaultButton(true);
    connect.setMaxWidth(Double.MAX_VALUE);
    connect.setAlignment(Pos.CENTER);
    connect.disableProperty().bind(model.busy());
    connect
        .textProperty()
        .bind(model.busy().map(busy -> text(busy ? "connect.busy" : "connect.go")));
    connect.setAccessibleText(text("connect.go"));
    connect.setOnAction(_ -> model.connect());
    return connect;
  }
}
