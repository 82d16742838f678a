package dev.patchbay.console.view.documents;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Timelines;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.FileSize;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.document.DocumentDetail;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentStep;
import dev.patchbay.model.document.DocumentView;
import dev.patchbay.model.job.RecipientView;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One document in the side pane: what it is, where it is, and what became of it. */
final class DocumentPane {
  private final Session session;
  private final ShellFrame frame;

  DocumentPane(Session session, ShellFrame frame) {
    this.session = session;
    this.frame = frame;
  }

  Node of(DocumentDetail detail) {
    var document = detail.document();
    var pane =
        new VBox(
            18,
            row(10, Pill.of(document.status()), label(changed(document), "muted")),
            facts(document),
            row(
                8,
                way("open-delivery", Feather.SEND, new Place.Delivery(document.id())),
                way("open-template", Feather.FILE_TEXT, new Place.Template(document.template()))),
            column(
                8, label(text("documents.history"), "section-title"), history(detail.history())));
    if (!detail.recipients().isEmpty()) {
      pane.getChildren().add(recipients(detail.recipients()));
    }
    return pane;
  }

  private static Node recipients(List<RecipientView> recipients) {
    var list = column(8, label(text("documents.recipients"), "section-title"));
    recipients.forEach(one -> list.getChildren().add(recipient(one)));
    return list;
  }

  private static Node recipient(RecipientView one) {
    var words = column(2, row(8, wrapped(one.address()), grow(), Pill.of(one.state())));
    var reason = one.reason();
    if (reason != null) {
      words.getChildren().add(wrapped(reason, "muted"));
    }
    return words;
  }

  private String changed(DocumentView document) {
    return text("documents.changed", When.ago(document.changedAt(), session.now()));
  }

  private Button way(String id, Feather sign, Place place) {
    var way = Controls.small(new Button(text("documents." + id), icon(sign)));
    way.setId(id);
    way.setAccessibleText(way.getText());
    way.setOnAction(_ -> frame.go(place));
    return way;
  }

  private static Node facts(DocumentView document) {
    var grid = new GridPane(16, 6);
    var value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(new ColumnConstraints(), value);
    var template = text("documents.of", document.template(), document.version());
    fact(grid, "template", template);
    fact(grid, "connector", document.connector());
    fact(grid, "store", document.store());
    fact(grid, "url", document.url());
    fact(grid, "reason", document.reason());
    fact(grid, "made", When.stamp(document.at()));
    fact(grid, "file", form(document) + ", " + FileSize.words(document.length()));
    fact(grid, "id", document.id());
    return grid;
  }

  private static String form(DocumentView document) {
    return text(
        document.mediaType().equals("application/pdf") ? "documents.pdf" : "documents.docx");
  }

  /** What is not known takes no line. */
  private static void fact(GridPane grid, String key, @Nullable String value) {
    if (value == null) {
      return;
    }
    int line = grid.getRowCount();
    var name = label(text("documents.fact." + key), "muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(name, VPos.TOP);
    grid.add(name, 0, line);
    grid.add(wrapped(value), 1, line);
  }

  /** The newest on top. */
  private static Node history(List<DocumentStep> steps) {
    var line = new VBox();
    steps.reversed().forEach(step -> line.getChildren().add(entry(step)));
    if (!steps.isEmpty()) {
      line.getChildren().getLast().getStyleClass().add("last");
    }
    return line;
  }

  private static Node entry(DocumentStep step) {
    var time = label(When.stamp(step.at()), "muted", "mono");
    time.setMinWidth(Region.USE_PREF_SIZE);
    var words =
        column(
            2, row(8, label(word("documentStatus", step.status()), "attempt-title"), grow(), time));
    var reason = step.reason();
    if (reason != null) {
      words.getChildren().add(wrapped(reason));
    }
    var url = step.url();
    if (url != null) {
      words.getChildren().add(wrapped(url, "muted"));
    }
    return Timelines.entry(sign(step.status()), Pill.tone(step.status()), words);
  }

  private static Feather sign(DocumentStatus status) {
    return switch (status) {
      case ISSUED, RECEIVED, SIGNED, DELIVERED, ARCHIVED -> Feather.CHECK_CIRCLE;
      case PROCESSING -> Feather.LOADER;
      case REJECTED, FAILED -> Feather.X_CIRCLE;
    };
  }
}
