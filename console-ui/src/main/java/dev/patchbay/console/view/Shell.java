package dev.patchbay.console.view;

import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.iconButton;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.view.connectors.ConnectorsScreen;
import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.LocalFiles;
import dev.patchbay.console.view.datasets.DatasetsScreen;
import dev.patchbay.console.view.datasets.PolicyScreen;
import dev.patchbay.console.view.deliveries.DeliveriesScreen;
import dev.patchbay.console.view.documents.DocumentsScreen;
import dev.patchbay.console.view.frame.Notices;
import dev.patchbay.console.view.frame.Overlays;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.view.imports.ImportsScreen;
import dev.patchbay.console.view.jobs.JobsScreen;
import dev.patchbay.console.view.routes.MappingScreen;
import dev.patchbay.console.view.routes.RoutesScreen;
import dev.patchbay.console.view.templates.TemplateScreen;
import dev.patchbay.console.view.templates.TemplatesScreen;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.deliveries.DeliveryQuery;
import dev.patchbay.console.viewmodel.deliveries.SavedViewsModel;
import dev.patchbay.console.viewmodel.navigation.Navigator;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The frame around every screen: sidebar, top bar, overlays, notices, the offline banner. */
final class Shell implements ShellFrame, AutoCloseable {
  private final Session session;
  private final LocalFiles files;
  private final ObservableValue<String> readOnlyReason;
  private final Navigator navigator;
  private final List<Command> everywhere;
  private final BorderPane frame = new BorderPane();
  private final StackPane centre = new StackPane();
  private final Overlays overlays = new Overlays();
  private final Notices notices;
  private final StackPane root;
  private @Nullable Screen screen;

  Shell(Session session, Place start, LocalFiles files, Runnable switchLook, Runnable leave) {
    this.session = session;
    this.files = files;
    this.readOnlyReason = session.readOnlyReason();
    this.navigator = new Navigator(start);
    this.notices = new Notices(session.tasks());
    this.everywhere = makeCommands(switchLook, leave);
    this.root = new StackPane(frame, notices.root(), overlays.root());
    frame.setTop(new EnvironmentStrip(session));
    frame.setLeft(new Sidebar(session, navigator, views()));
    frame.setCenter(new VBox(topBar(), readOnlyBanner(), centre));
    VBox.setVgrow(centre, Priority.ALWAYS);
    navigator.place().subscribe(this::arrive);
    session.loggedOut().subscribe(this::askForKey);
  }

  private List<Command> makeCommands(Runnable switchLook, Runnable leave) {
    return List.of(
        Command.of("palette", Feather.COMMAND, "Ctrl+K", this::openPalette),
        Command.of("back", Feather.ARROW_LEFT, "Alt+Left", navigator.canGoBack(), navigator::back),
        Command.of(
            "forward",
            Feather.ARROW_RIGHT,
            "Alt+Right",
            navigator.canGoForward(),
            navigator::forward),
        Command.of(
            "goDeliveries",
            Feather.SEND,
            "Ctrl+1",
            () -> go(new Place.Deliveries(DeliveryQuery.ALL))),
        Command.of("goRoutes", Feather.GIT_MERGE, "Ctrl+2", () -> go(new Place.Routes())),
        Command.of("goConnectors", Feather.LINK_2, "Ctrl+3", () -> go(new Place.Connectors())),
        Command.of("goJobs", Feather.CLOCK, "Ctrl+4", () -> go(new Place.Jobs())),
        Command.of("goImports", Feather.UPLOAD, "Ctrl+5", () -> go(new Place.Imports())),
        Command.of("goDatasets", Feather.DATABASE, "Ctrl+6", () -> go(new Place.Datasets())),
        Command.of("goTemplates", Feather.FILE_TEXT, "Ctrl+7", () -> go(new Place.Templates())),
        Command.of("goDocuments", Feather.FOLDER, "Ctrl+8", () -> go(new Place.Documents())),
        Command.of(
            "undoLast", Feather.CORNER_UP_LEFT, "Ctrl+Z", notices.canUndo(), notices::undoLast),
        Command.of("readOnly", Feather.LOCK, "Ctrl+Shift+O", this::switchReadOnly),
        Command.of("look", Feather.MOON, "Ctrl+Shift+L", switchLook),
        Command.of("shortcuts", Feather.HELP_CIRCLE, "F1", this::openShortcuts),
        Command.of("leave", Feather.LOG_OUT, null, leave));
  }

  private SavedViewList views() {
    return new SavedViewList(new SavedViewsModel(session, this::notice), navigator, this);
  }

  Parent root() {
    return root;
  }

  Navigator navigator() {
    return navigator;
  }

  /** Commands of the frame and of the current screen. */
  List<Command> commands() {
    var all = new ArrayList<Command>();
    if (overlays.isEmpty()) {
      all.addAll(screen == null ? List.of() : screen.commands());
    }
    all.addAll(everywhere);
    return all;
  }

  /** Esc: the top layer goes. */
  void escape() {
    if (!overlays.isEmpty()) {
      closeOverlay();
    } else if (screen != null) {
      screen.escape();
    }
  }

  private Node topBar() {
    var palette = new Button(text("palette.prompt"), row(8, icon(Feather.SEARCH)));
    palette.setId("open-palette");
    palette.getStyleClass().add("palette-button");
    palette.setAccessibleText(text("palette.prompt"));
    palette.setOnAction(_ -> openPalette());
    var who = label("", "strong");
    var role = label("", "muted");
    session
        .caller()
        .subscribe(
            caller -> {
              who.setText(caller.user());
              role.setText(word("role", caller.role()));
            });
    var bar =
        row(
            6,
            iconButton(command("back")),
            iconButton(command("forward")),
            palette,
            grow(),
            iconButton(command("shortcuts")),
            iconButton(command("readOnly")),
            iconButton(command("look")),
            row(8, who, role),
            iconButton(command("leave")));
    bar.getStyleClass().add("top-bar");
    bar.setMinHeight(Region.USE_PREF_SIZE);
    return bar;
  }

  private Command command(String id) {
    return Command.one(everywhere, id);
  }

  /** Says why changes are switched off, and offers the way back. */
  private Node readOnlyBanner() {
    var words = label("");
    words.setId("read-only");
    words.textProperty().bind(readOnlyReason);
    var again = new Button(text("readOnly.logIn"));
    again.setId("log-in-again-button");
    again.setAccessibleText(again.getText());
    again.setOnAction(_ -> askForKey(true));
    session.loggedOut().subscribe(out -> showIf(again, out));
    var banner = row(10, icon(Feather.LOCK), words, grow(), allowChanges(), Controls.small(again));
    banner.getStyleClass().add("read-only-banner");
    banner.setMinHeight(Region.USE_PREF_SIZE);
    readOnlyReason.subscribe(reason -> showIf(banner, !reason.isEmpty()));
    return banner;
  }

  private Button allowChanges() {
    var allow = new Button(text("readOnly.allow"));
    allow.setId("allow-changes");
    allow.setAccessibleText(allow.getText());
    allow.setOnAction(_ -> switchReadOnly());
    session.keptProfile().now().subscribe(profile -> showIf(allow, profile.readOnly()));
    return Controls.small(allow);
  }

  private void switchReadOnly() {
    boolean wanted = !session.profile().readOnly();
    if (!session.keptProfile().change(profile -> profile.withReadOnly(wanted))) {
      notice(Notice.failure(text("notice.notKept")));
    }
  }

  private void arrive(Place place) {
    if (place instanceof Place.Deliveries(var query) && screen instanceof DeliveriesScreen shown) {
      shown.show(query);
      return;
    }
    if (screen != null) {
      screen.close();
    }
    screen = open(place);
    centre.getChildren().setAll(screen.root());
  }

  private Screen open(Place place) {
    return switch (place) {
      case Place.Deliveries(var query) -> new DeliveriesScreen(session, this, query);
      case Place.Delivery(var id) -> DeliveriesScreen.with(session, this, id);
      case Place.Routes() -> new RoutesScreen(session, this);
      case Place.Mapping(var route) -> new MappingScreen(session, this, route);
      case Place.Connectors() -> new ConnectorsScreen(session, this);
      case Place.Datasets() -> new DatasetsScreen(session, this);
      case Place.Policy(var dataset) -> new PolicyScreen(session, this, dataset);
      case Place.Templates() -> new TemplatesScreen(session, this);
      case Place.Template(var name) -> new TemplateScreen(session, this, name);
      case Place.Documents() -> new DocumentsScreen(session, this);
      case Place.Jobs() -> new JobsScreen(session, this);
      case Place.Imports() -> new ImportsScreen(session, this);
    };
  }

  private void openPalette() {
    overlays.push(
        new Palette(commands(), readOnlyReason.getValue(), this::search, this::closeOverlay),
        Pos.TOP_CENTER);
  }

  private void search(String typed) {
    go(new Place.Deliveries(DeliveryQuery.parse(typed).query()));
  }

  private void openShortcuts() {
    overlay(new ShortcutsHelp(commands()));
  }

  private void askForKey(boolean loggedOut) {
    if (loggedOut && root.lookup("#log-in-again") == null) {
      overlay(new LogInAgain(session, this::closeOverlay));
    }
  }

  @Override
  public void go(Place place) {
    navigator.go(place);
  }

  @Override
  public void notice(Notice notice) {
    notices.show(notice);
  }

  @Override
  public void overlay(Region layer) {
    overlays.push(layer);
  }

  @Override
  public void closeOverlay() {
    overlays.pop();
  }

  @Override
  public boolean closeOverlay(Region layer) {
    return overlays.remove(layer);
  }

  @Override
  public void chooseFile(String name, Consumer<Path> chosen) {
    files.save(root.getScene().getWindow(), name).ifPresent(chosen);
  }

  @Override
  public void openFile(Consumer<Path> chosen) {
    files.open(root.getScene().getWindow()).ifPresent(chosen);
  }

  @Override
  public void showFile(Path file) {
    files.show(file);
  }

  @Override
  public void close() {
    if (screen != null) {
      screen.close();
    }
    session.close();
  }
}
