package dev.patchbay.console.view.routes;

import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.ListCard;
import dev.patchbay.console.view.control.ListPage;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.routes.NewRouteModel;
import dev.patchbay.console.viewmodel.routes.RoutesModel;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All routes: what comes in, where it goes, whether it runs. */
public final class RoutesScreen implements Screen {
  private final Session session;
  private final ShellFrame frame;
  private final RoutesModel model;
  private final List<Command> commands;
  private final VBox cards = new VBox(10);
  private final VBox root;

  public RoutesScreen(Session session, ShellFrame frame) {
    this.session = session;
    this.frame = frame;
    this.model = new RoutesModel(session, frame::notice);
    this.commands =
        List.of(
            Command.of("newRoute", Feather.PLUS, "Ctrl+N", Writable.admin(session), this::create),
            Command.of("reload", Feather.REPEAT, "Ctrl+R", model::reload));
    this.root = page();
    model.routes().subscribe(this::show);
  }

  private VBox page() {
    var ways = new Placeholder.Ways("routes", this::create, model::reload, model::reload);
    return ListPage.of(commands.getFirst(), cards, model.state(), ways);
  }

  private void create() {
    frame.overlay(new NewRouteDialog(new NewRouteModel(session, this::created), frame));
  }

  private void created(RouteView route) {
    frame.closeOverlay();
    frame.go(new Place.Mapping(route.route().name()));
  }

  private void show(List<RouteView> routes) {
    Controls.replace(cards, routes.stream().map(this::card).toList());
  }

  private Node card(RouteView view) {
    var route = view.route();
    var name = row(10, label(route.name(), "card-title"), Pill.of(route.state()));
    var way =
        row(
            8,
            label(String.join(", ", route.eventTypes()), "mono"),
            icon(Feather.ARROW_RIGHT, "muted-icon"),
            icon(Feather.GRID, "muted-icon"),
            label(view.targetTitle()));
    var facts =
        label(
            text(
                "routes.facts",
                route.columns().size(),
                view.version(),
                view.changedBy(),
                When.ago(view.changedAt(), session.now())),
            "muted");
    return ListCard.of(
        "route-card-" + route.name(), List.of(name, way, facts), turn(view), open(view));
  }

  private Button turn(RouteView view) {
    boolean active = view.route().state() == RouteState.ACTIVE;
    var turn =
        new Button(
            text(active ? "routes.pause" : "routes.resume"),
            icon(active ? Feather.PAUSE : Feather.PLAY));
    Controls.tell(turn, "turn-" + view.route().name(), view.route().name());
    turn.disableProperty().bind(Writable.support(session).not());
    turn.setOnAction(_ -> model.turn(view));
    return turn;
  }

  private Button open(RouteView view) {
    var open = new Button(text("routes.open"), icon(Feather.SLIDERS));
    Controls.tell(open, "open-" + view.route().name(), view.route().name());
    open.setOnAction(_ -> frame.go(new Place.Mapping(view.route().name())));
    return open;
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
