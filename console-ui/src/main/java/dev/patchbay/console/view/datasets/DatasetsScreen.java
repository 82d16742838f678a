package dev.patchbay.console.view.datasets;

import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.ListCard;
import dev.patchbay.console.view.control.ListPage;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.datasets.DatasetsModel;
import dev.patchbay.console.viewmodel.datasets.DatasetsModel.Line;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.Session;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All datasets: whether they hold anything, and what of people they show. */
public final class DatasetsScreen implements Screen {
  private final Session session;
  private final ShellFrame frame;
  private final DatasetsModel model;
  private final List<Command> commands;
  private final VBox cards = new VBox(10);
  private final VBox root;

  public DatasetsScreen(Session session, ShellFrame frame) {
    this.session = session;
    this.frame = frame;
    this.model = new DatasetsModel(session);
    this.commands = List.of(Command.of("reload", Feather.REPEAT, "Ctrl+R", model::reload));
    var ways = new Placeholder.Ways("datasets", model::reload, model::reload, model::reload);
    this.root = ListPage.of(cards, model.state(), ways);
    model.lines().subscribe(this::show);
  }

  private void show(List<Line> lines) {
    Controls.replace(cards, lines.stream().map(this::card).toList());
  }

  private Node card(Line line) {
    var dataset = line.dataset();
    var filled =
        new Pill()
            .show(
                text(dataset.filled() ? "datasets.filled" : "datasets.empty"),
                dataset.filled() ? "good" : "calm");
    var name = row(10, label(text("dataset." + dataset.name()), "card-title"), filled);
    var fields = text("datasets.fields", dataset.fields().size(), line.personal());
    return ListCard.of(
        "dataset-" + dataset.name(),
        List.of(name, wrapped(fields), wrapped(policy(line), "muted")),
        open(line));
  }

  private String policy(Line line) {
    if (!session.mayAdminister()) {
      return text("datasets.hidden", line.hidden());
    }
    var policy = line.policy();
    return policy == null
        ? text("datasets.noPolicy")
        : text(
            "datasets.policy",
            policy.policy().rules().size(),
            policy.version(),
            policy.changedBy(),
            When.ago(policy.changedAt(), session.now()));
  }

  private Button open(Line line) {
    var name = line.dataset().name();
    var open = new Button(text("datasets.open"), icon(Feather.SHIELD));
    Controls.tell(open, "policy-" + name, text("dataset." + name));
    open.setMinWidth(Button.USE_PREF_SIZE);
    open.setDisable(!session.mayAdminister());
    open.setOnAction(_ -> frame.go(new Place.Policy(name)));
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
