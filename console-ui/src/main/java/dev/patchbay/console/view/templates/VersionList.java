package dev.patchbay.console.view.templates;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.viewmodel.FileSize;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.templates.TemplateModel;
import dev.patchbay.model.template.TemplateVersionView;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The versions of a template, the newest first; one of them is looked at. */
final class VersionList extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Session session;
  private final TemplateModel model;

  VersionList(Session session, TemplateModel model) {
    super(4);
    this.session = session;
    this.model = model;
    setId("versions");
    model.detail().subscribe(detail -> show(detail == null ? List.of() : detail.versions()));
    model.shown().subscribe(_ -> markCurrent());
  }

  private void show(List<TemplateVersionView> versions) {
    Controls.replace(this, versions.stream().map(this::line).toList());
    markCurrent();
  }

  private VBox line(TemplateVersionView version) {
    var head = row(8, label(text("template.version", version.number()), "strong"), grow());
    if (model.isActive(version)) {
      head.getChildren().add(new Pill().show(text("template.inUse"), "good"));
    }
    var facts =
        text(
            "template.versionFacts",
            version.uploadedBy(),
            When.ago(version.uploadedAt(), session.now()),
            FileSize.words(version.size()));
    var words = column(3, head, label(facts, "muted", "small"));
    var look = new Button(null, words);
    look.setId("version-" + version.number());
    look.getStyleClass().add("nav-item");
    look.setAccessibleText(text("template.lookAt", version.number()));
    look.setMaxWidth(Double.MAX_VALUE);
    words.prefWidthProperty().bind(look.widthProperty().subtract(22));
    look.setOnAction(_ -> model.look(version.number()));
    var line = new VBox(look);
    line.getStyleClass().add("version-item");
    line.setUserData(version.number());
    var note = version.note();
    if (note != null) {
      line.getChildren().add(wrapped(note, "version-note"));
    }
    return line;
  }

  private void markCurrent() {
    var shown = model.shown().get();
    for (var line : getChildren()) {
      boolean here = shown != null && line.getUserData().equals(shown.number());
      line.pseudoClassStateChanged(CURRENT, here);
    }
  }
}
