package dev.patchbay.console.view.imports;

import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.FileDrop;
import dev.patchbay.console.view.control.ListPage;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.ProgressLine;
import dev.patchbay.console.view.control.SidePane;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.imports.ImportsModel;
import dev.patchbay.console.viewmodel.imports.ImportsModel.Pane;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.imports.ImportView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Files that were imported, and how one more is: chosen, or dropped anywhere on the list. */
public final class ImportsScreen implements Screen {
  private final Session session;
  private final ShellFrame frame;
  private final ImportsModel model;
  private final ImportPane importPane;
  private final List<Command> commands;
  private final VBox list = new VBox(6);
  private final SidePane pane;
  private final HBox root;

  public ImportsScreen(Session session, ShellFrame frame) {
    this.session = session;
    this.frame = frame;
    this.model = new ImportsModel(session, frame::notice);
    this.pane = new SidePane("import-pane", model::closePane);
    this.importPane = new ImportPane(session, model, frame);
    this.commands =
        List.of(
            Command.of("newImport", Feather.UPLOAD, "Ctrl+N", Writable.support(session), this::ask),
            Command.of("reload", Feather.REPEAT, "Ctrl+R", model::reload));
    var screen = page();
    this.root = new HBox(screen, pane);
    FileDrop.onto(screen, commands.getFirst().enabled(), model::begin);
    model.imports().subscribe(this::show);
    model.pane().subscribe(this::showPane);
  }

  private void ask() {
    frame.openFile(model::begin);
  }

  private VBox page() {
    var ways = new Placeholder.Ways("imports", this::ask, model::reload, model::reload);
    return ListPage.of(commands.getFirst(), list, model.state(), ways);
  }

  private void show(List<ImportView> imports) {
    Controls.replace(list, imports.stream().map(this::line).toList());
  }

  private Node line(ImportView view) {
    var head = row(10, ImportPane.pill(view), label(view.file(), "strong"));
    if (view.dryRun()) {
      head.getChildren().add(new Pill().show(text("imports.check"), "calm"));
    }
    var facts =
        String.join(
            " · ",
            text("jobs.ofPerson", view.askedBy()),
            When.ago(view.askedAt(), session.now()),
            ImportPane.inShort(view));
    var bar = ProgressLine.bar(view.file(), ImportPane.share(view), ImportPane.moves(view));
    return ProgressLine.of(
        "import-" + view.id(), view.file(), head, facts, bar, () -> model.open(view));
  }

  private void showPane(Pane shown) {
    switch (shown) {
      case Pane.Closed() -> pane.close();
      case Pane.OfImport(var view, var problems) ->
          pane.show(view.file(), importPane.of(view, problems));
      case Pane.Starting(var form) ->
          pane.show(
              text("import.new"),
              new ImportForm(form, Writable.support(session), model::closePane));
    }
  }

  @Override
  public void escape() {
    model.closePane();
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
