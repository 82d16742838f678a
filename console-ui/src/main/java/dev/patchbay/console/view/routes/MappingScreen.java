package dev.patchbay.console.view.routes;

import static dev.patchbay.console.view.control.Controls.accent;
import static dev.patchbay.console.view.control.Controls.button;
import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.iconButton;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.routes.EventField;
import dev.patchbay.console.viewmodel.routes.MappingModel;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The mapping editor: fields, columns, preview. */
public final class MappingScreen implements Screen {
  private final ShellFrame frame;
  private final MappingModel model;
  private final FieldList fields;
  private final List<Command> commands;
  private final VBox root;
  private final Label problem = wrapped("", "problem");

  public MappingScreen(Session session, ShellFrame frame, String route) {
    this.frame = frame;
    this.model = new MappingModel(session, route, frame::notice);
    this.fields = new FieldList(model);
    var admin = Writable.admin(session);
    this.commands =
        List.of(
            Command.of(
                "publish",
                Feather.UPLOAD_CLOUD,
                "Ctrl+S",
                admin.and(model.changed()),
                this::publish),
            Command.of("undo", Feather.CORNER_UP_LEFT, "Ctrl+Z", model.canUndo(), model::undo),
            Command.of(
                "redo", Feather.CORNER_UP_RIGHT, "Ctrl+Shift+Z", model.canRedo(), model::redo),
            Command.of("turnRoute", Feather.PAUSE, null, Writable.support(session), model::turn),
            Command.of("fields", Feather.LIST, "/", fields::focus),
            Command.of("nextLine", Feather.ARROW_DOWN, "Alt+Down", () -> step(1)),
            Command.of("previousLine", Feather.ARROW_UP, "Alt+Up", () -> step(-1)));
    this.root = new VBox(16, header(), body());
    root.getStyleClass().add("screen");
    model.stored().subscribe(_ -> closeWhenPublished());
    model.lines().subscribe(_ -> showProblems());
    model.previewFailure().subscribe(_ -> showProblems());
  }

  private void step(int lines) {
    int last = Math.max(0, model.lines().get().size() - 1);
    model.current().set(Math.clamp((long) model.current().get() + lines, 0, last));
  }

  private Node header() {
    var title = label("", "screen-title");
    var state = new HBox();
    var facts = label("", "muted");
    facts.setMinWidth(0);
    var turn = button(command("turnRoute"));
    model
        .stored()
        .subscribe(
            stored -> {
              if (stored != null) {
                title.setText(stored.route().name());
                state.getChildren().setAll(Pill.of(stored.route().state()));
                facts.setText(facts(stored));
                boolean active = stored.route().state() == RouteState.ACTIVE;
                turn.setText(text(active ? "routes.pause" : "routes.resume"));
                turn.setGraphic(icon(active ? Feather.PAUSE : Feather.PLAY));
              }
            });
    title.setMinWidth(Region.USE_PREF_SIZE);
    state.setAlignment(Pos.CENTER);
    return row(
        10,
        title,
        state,
        facts,
        grow(),
        iconButton(command("undo")),
        iconButton(command("redo")),
        turn,
        accent(button(command("publish"))));
  }

  private static String facts(RouteView stored) {
    return text("mapping.facts", stored.targetTitle(), stored.version(), stored.changedBy());
  }

  private Command command(String id) {
    return Command.one(commands, id);
  }

  private Node body() {
    var ways = new Placeholder.Ways("routes", model::load, model::load, model::load);
    return Placeholder.insteadOf(editor(), model.state(), ways);
  }

  private Node editor() {
    var split = new SplitPane(fieldsCard(), column(14, columnsCard(), previewCard()));
    split.getStyleClass().add("bare-split");
    split.setDividerPositions(0.235);
    SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
    return split;
  }

  private Node fieldsCard() {
    var card = new VBox(fields);
    VBox.setVgrow(fields, Priority.ALWAYS);
    card.getStyleClass().addAll("card", "padded");
    card.setMinWidth(240);
    return card;
  }

  private Node columnsCard() {
    var rows = MappingRow.stack(model);
    var further = label(text("mapping.newColumn"), "drop-here");
    further.setId("new-column");
    further.setMaxWidth(Double.MAX_VALUE);
    further.setOnMouseDragReleased(
        drop -> {
          if (drop.getGestureSource() instanceof ListCell<?> cell
              && cell.getItem() instanceof EventField field) {
            model.mapNew(field);
          }
        });
    var foot = new VBox(further);
    foot.getStyleClass().add("mapping-foot");
    var scroll = new ScrollPane(new VBox(rows, foot));
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var card = new VBox(MappingRow.heads(), scroll);
    card.getStyleClass().add("card");
    card.setMinHeight(220);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private Node previewCard() {
    var table = new PreviewTable(model);
    VBox.setVgrow(table, Priority.ALWAYS);
    problem.setId("mapping-problem");
    var title =
        row(
            8,
            label(text("mapping.preview"), "section-title"),
            label(text("mapping.previewOf"), "muted"));
    title.getStyleClass().add("card-head");
    var card = new VBox(title, problem, table);
    card.getStyleClass().add("card");
    card.setPrefHeight(262);
    card.setMinHeight(180);
    return card;
  }

  private void showProblems() {
    var failure = model.previewFailure().get();
    var words = failure != null ? Notice.sentence(failure) : faults(model.preview().get());
    problem.setText(words);
    showIf(problem, !words.isEmpty());
  }

  /** What is wrong with the mapping, else the first value that does not fit its column. */
  private String faults(@Nullable Preview preview) {
    return preview != null && !preview.errors().isEmpty()
        ? preview.errors().stream().map(Notice::fault).collect(Collectors.joining("\n"))
        : model.lines().get().stream()
            .flatMap(line -> line.fault().stream())
            .findFirst()
            .orElse("");
  }

  private void publish() {
    frame.overlay(new PublishDialog(model, frame));
  }

  private void closeWhenPublished() {
    if (!model.changed().get()
        && root.getScene() != null
        && root.getScene().lookup("#publish-dialog") != null) {
      frame.closeOverlay();
    }
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public void close() {
    model.close();
  }
}
