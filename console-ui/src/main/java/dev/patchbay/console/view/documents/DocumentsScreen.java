package dev.patchbay.console.view.documents;

import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.ListPage;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.ProgressLine;
import dev.patchbay.console.view.control.SidePane;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.documents.DocumentsModel;
import dev.patchbay.console.viewmodel.documents.DocumentsModel.Pane;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.document.DocumentView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Documents that routes made: which, where they are, and what became of each. */
public final class DocumentsScreen implements Screen {
  private final DocumentsModel model;
  private final DocumentFilterBar filter;
  private final DocumentPane documentPane;
  private final List<Command> commands;
  private final VBox lines = new VBox(6);
  private final SidePane pane;
  private final HBox root;

  public DocumentsScreen(Session session, ShellFrame frame) {
    this.model = new DocumentsModel(session, frame::notice);
    this.pane = new SidePane("document-pane", model::closePane);
    this.filter = new DocumentFilterBar(model);
    this.documentPane = new DocumentPane(session, frame);
    this.commands =
        List.of(
            Command.of("filterDocuments", Feather.FILTER, "/", filter::focus),
            Command.of("reload", Feather.REPEAT, "Ctrl+R", model::reload));
    this.root = new HBox(page(frame), pane);
    model.documents().subscribe(this::show);
    model.pane().subscribe(this::show);
  }

  private VBox page(ShellFrame frame) {
    var ways =
        new Placeholder.Ways(
            "documents", () -> frame.go(new Place.Routes()), model.filter()::clear, model::reload);
    var page = ListPage.of(new VBox(10, lines, older()), model.state(), ways);
    page.getChildren().add(1, filter);
    return page;
  }

  private Button older() {
    var older = Controls.small(new Button(text("documents.more")));
    older.setId("more-documents");
    older.setAccessibleText(older.getText());
    older.setOnAction(_ -> model.fetchMore());
    model.more().subscribe(more -> showIf(older, more));
    return older;
  }

  private void show(List<DocumentView> documents) {
    Controls.replace(lines, documents.stream().map(this::line).toList());
  }

  private Node line(DocumentView document) {
    var key = label(document.key(), "strong");
    key.setMinWidth(0);
    var of = text("documents.of", document.template(), document.version());
    var head = row(10, Pill.of(document.status()), key, label(of, "muted"));
    var time = label(When.stamp(document.at()), "muted", "mono");
    time.setMinWidth(Region.USE_PREF_SIZE);
    return ProgressLine.of(
        "document-" + document.id(),
        document.key(),
        head,
        where(document),
        time,
        () -> model.open(document));
  }

  private static String where(DocumentView document) {
    var store = document.store();
    return store == null
        ? text("documents.mailed", document.connector())
        : text("documents.stored", document.connector(), store);
  }

  private void show(Pane shown) {
    switch (shown) {
      case Pane.Closed() -> pane.close();
      case Pane.Loading(var document) -> pane.show(document.key(), Placeholder.loading());
      case Pane.OfDocument(var detail) ->
          pane.show(detail.document().key(), documentPane.of(detail));
      case Pane.Failed(var document, var failure) ->
          pane.show(document.key(), Placeholder.failed(failure, () -> model.open(document)));
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
