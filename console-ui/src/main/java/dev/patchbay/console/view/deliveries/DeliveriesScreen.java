package dev.patchbay.console.view.deliveries;

import static dev.patchbay.console.view.control.Controls.accent;
import static dev.patchbay.console.view.control.Controls.button;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.NameDialog;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.deliveries.BulkRetryModel;
import dev.patchbay.console.viewmodel.deliveries.DeliveriesModel;
import dev.patchbay.console.viewmodel.deliveries.DeliveryDiffModel;
import dev.patchbay.console.viewmodel.deliveries.DeliveryModel;
import dev.patchbay.console.viewmodel.deliveries.DeliveryQuery;
import dev.patchbay.console.viewmodel.deliveries.SavedViewsModel;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.Session;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The delivery list with its filters, and the chosen delivery beside it. */
public final class DeliveriesScreen implements Screen {
  private final Session session;
  private final ShellFrame frame;
  private Place place;
  private final DeliveriesModel model;
  private final DeliveryTable table;
  private final FilterBar filter;
  private final Command saveView;
  private final DeliveryPane pane;
  private final SplitPane root;
  private final List<Command> commands;

  public DeliveriesScreen(Session session, ShellFrame frame, DeliveryQuery query) {
    this.session = session;
    this.frame = frame;
    this.place = new Place.Deliveries(query);
    this.model = new DeliveriesModel(session, query, frame::notice);
    this.table = new DeliveryTable(model, session::now);
    this.saveView = Command.of("saveView", Feather.BOOKMARK, "Ctrl+S", filtered(), this::saveView);
    this.filter = new FilterBar(model, this::remember, saveView);
    this.commands = makeCommands();
    this.pane = new DeliveryPane(session, frame, model.delivery(), commands, this::closePane);
    this.root = new SplitPane(list());
    root.getStyleClass().add("bare-split");
    model.delivery().state().subscribe(this::openOrClosePane);
  }

  /** With one of all deliveries in the side pane. */
  public static DeliveriesScreen with(Session session, ShellFrame frame, String delivery) {
    var screen = new DeliveriesScreen(session, frame, DeliveryQuery.ALL);
    screen.model.delivery().open(delivery);
    return screen;
  }

  private List<Command> makeCommands() {
    return List.of(
        Command.of("filter", Feather.FILTER, "/", filter::focus),
        saveView,
        Command.of(
            "retryAll", Feather.REFRESH_CW, "Shift+R", Writable.support(session), this::retryAll),
        Command.of("retry", Feather.ROTATE_CW, "R", canRetry(), model.delivery()::retry),
        Command.of("cancelDelivery", Feather.SLASH, null, canCancel(), model.delivery()::cancel),
        Command.of("diff", Feather.COLUMNS, "D", isShown(), this::diff),
        Command.of("selectAll", Feather.CHECK_SQUARE, "Ctrl+A", model::selectAll),
        Command.of("leaveOut", Feather.MINUS_SQUARE, "X", selecting(), table::toggleCurrent),
        Command.of("nextRow", Feather.ARROW_DOWN, "J", () -> table.step(1)),
        Command.of("previousRow", Feather.ARROW_UP, "K", () -> table.step(-1)),
        Command.of("nextDelivery", Feather.CHEVRON_RIGHT, "]", () -> table.step(1)),
        Command.of("previousDelivery", Feather.CHEVRON_LEFT, "[", () -> table.step(-1)),
        Command.of("reload", Feather.REPEAT, "Ctrl+R", model::reload),
        Command.of("closePane", Feather.X, null, this::closePane));
  }

  private BooleanBinding filtered() {
    return model.query().isNotEqualTo(DeliveryQuery.ALL);
  }

  private void saveView() {
    var query = model.query().get();
    var views = new SavedViewsModel(session, frame::notice);
    frame.overlay(
        new NameDialog(
            text("views.title"), "", name -> views.save(name, query), frame::closeOverlay));
  }

  private BooleanBinding canRetry() {
    return Writable.support(session).and(shown(true)).and(model.delivery().busy().not());
  }

  private BooleanBinding isShown() {
    var state = model.delivery().state();
    return Bindings.createBooleanBinding(
        () -> state.get() instanceof DeliveryModel.State.Shown, state);
  }

  private void diff() {
    if (model.delivery().state().get() instanceof DeliveryModel.State.Shown(var detail)) {
      frame.overlay(new DiffDialog(new DeliveryDiffModel(session, detail), frame::closeOverlay));
    }
  }

  private BooleanBinding selecting() {
    return Bindings.isNotNull(model.selection());
  }

  private BooleanBinding canCancel() {
    return Writable.support(session).and(shown(false)).and(model.delivery().busy().not());
  }

  private BooleanBinding shown(boolean retry) {
    var state = model.delivery().state();
    return Bindings.createBooleanBinding(
        () ->
            state.get() instanceof DeliveryModel.State.Shown(var detail)
                && (retry
                    ? DeliveryModel.canRetry(detail.summary())
                    : DeliveryModel.canCancel(detail.summary())),
        state);
  }

  private VBox list() {
    var list = new VBox(14, header(), filter, new VBox(8, everything(), body()));
    VBox.setVgrow(list.getChildren().getLast(), Priority.ALWAYS);
    list.getStyleClass().add("screen");
    list.setMinWidth(480);
    return list;
  }

  private Node header() {
    var total = label("", "muted");
    total.setId("total");
    Runnable count = () -> total.setText(totalText());
    model.counts().subscribe(count);
    model.state().subscribe(count);
    var retryAll = accent(button(command("retryAll")));
    return row(12, label(text("deliveries.title"), "screen-title"), total, grow(), retryAll);
  }

  private String totalText() {
    var total = model.total();
    if (total.isPresent()) {
      return text("deliveries.total", total.getAsLong());
    }
    return model.state().get() instanceof ListState.Ready ? text("deliveries.totalUnknown") : "";
  }

  private Node everything() {
    var words = new Label();
    words
        .textProperty()
        .bind(Bindings.createStringBinding(this::selectionText, model.selection(), model.counts()));
    var retry = new Button(text("deliveries.retryThese"));
    retry.disableProperty().bind(Writable.support(session).not());
    retry.setOnAction(_ -> retryAll());
    var clear = new Button(text("deliveries.clearSelection"));
    clear.setOnAction(_ -> model.clearSelection());
    retry.setMinWidth(Region.USE_PREF_SIZE);
    clear.setMinWidth(Region.USE_PREF_SIZE);
    var banner =
        row(
            10,
            Controls.icon(Feather.CHECK_SQUARE),
            words,
            grow(),
            Controls.small(retry),
            Controls.small(clear));
    banner.getStyleClass().add("selection-banner");
    model.selection().subscribe(chosen -> showIf(banner, chosen != null));
    return banner;
  }

  private String selectionText() {
    var chosen = model.chosen();
    var total = model.total();
    int left = chosen.except().size();
    if (total.isEmpty()) {
      return left == 0
          ? text("deliveries.allSelectedUncounted")
          : text("deliveries.allButSelectedUncounted", left);
    }
    return left == 0
        ? text("deliveries.allSelected", total.getAsLong())
        : text("deliveries.allButSelected", chosen.count(total).getAsLong(), total.getAsLong());
  }

  private StackPane body() {
    var ways =
        new Placeholder.Ways(
            "deliveries",
            () -> frame.go(new Place.Routes()),
            () -> model.show(DeliveryQuery.ALL),
            model::reload);
    var body = Placeholder.insteadOf(table, model.state(), ways);
    body.getChildren().add(freshPill());
    body.getStyleClass().add("card");
    return body;
  }

  private Button freshPill() {
    var fresh = new Button(null, new FontIcon(Feather.ARROW_UP));
    fresh.setId("fresh");
    fresh.getStyleClass().add("fresh-pill");
    fresh.setOnAction(_ -> showFresh());
    StackPane.setAlignment(fresh, Pos.TOP_CENTER);
    model
        .fresh()
        .subscribe(
            count -> {
              fresh.setText(text("deliveries.fresh", count));
              fresh.setAccessibleText(fresh.getText());
              showIf(fresh, count.intValue() > 0);
            });
    return fresh;
  }

  private void showFresh() {
    model.showFresh();
    table.backToTop();
  }

  private void openOrClosePane(DeliveryModel.State state) {
    boolean wanted = !(state instanceof DeliveryModel.State.Nothing);
    boolean open = root.getItems().size() > 1;
    if (wanted && !open) {
      root.getItems().add(pane.root());
      root.setDividerPositions(0.54);
    } else if (!wanted && open) {
      root.getItems().remove(pane.root());
    }
    table.narrow(wanted);
    filter.narrow(wanted);
  }

  private void closePane() {
    model.delivery().close();
    table.getSelectionModel().clearSelection();
    table.requestFocus();
  }

  private void retryAll() {
    frame.overlay(new BulkRetryDialog(new BulkRetryModel(session, model.chosen()), session, frame));
  }

  /** Another query is another place. */
  private void remember() {
    var now = new Place.Deliveries(model.query().get());
    if (!now.equals(place)) {
      place = now;
      frame.go(now);
    }
  }

  private Command command(String id) {
    return Command.one(commands, id);
  }

  @Override
  public void escape() {
    if (model.selection().get() != null) {
      model.clearSelection();
    } else {
      closePane();
    }
  }

  /** Shows another query, as a link does. */
  public void show(DeliveryQuery query) {
    model.show(query);
  }

  DeliveriesModel model() {
    return model;
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
    pane.close();
    model.close();
  }
}
