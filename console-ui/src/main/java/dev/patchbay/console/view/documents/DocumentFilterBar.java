package dev.patchbay.console.view.documents;

import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.viewmodel.documents.DocumentFilter;
import dev.patchbay.console.viewmodel.documents.DocumentsModel;
import dev.patchbay.console.viewmodel.documents.DocumentsModel.Choices;
import dev.patchbay.model.document.DocumentStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** Which documents are listed: by status, template, connector and key. */
final class DocumentFilterBar extends FlowPane {
  private static final double WIDTH = 160;

  private final DocumentsModel model;
  private final DocumentFilter filter;
  private final TextField key = new TextField();

  DocumentFilterBar(DocumentsModel model) {
    super(8, 8);
    this.model = model;
    this.filter = model.filter();
    getChildren()
        .setAll(
            status(),
            names("template", filter.template(), Choices::templates),
            names("connector", filter.connector(), Choices::connectors),
            key(),
            clear());
  }

  void focus() {
    key.requestFocus();
    key.selectAll();
  }

  private Node status() {
    var all =
        Stream.concat(
                Stream.of(Optional.<DocumentStatus>empty()),
                Stream.of(DocumentStatus.values()).map(Optional::of))
            .toList();
    return named(
        "status",
        Choice.of(
            "filter-status",
            all,
            filter.status(),
            one ->
                one.map(status -> word("documentStatus", status))
                    .orElse(text("documents.any.status"))));
  }

  /** What once could be chosen stays, so that nothing that is chosen is lost. */
  private Node names(String what, StringProperty value, Function<Choices, List<String>> known) {
    var names = FXCollections.observableArrayList("");
    model
        .choices()
        .subscribe(
            choices ->
                known.apply(choices).stream()
                    .filter(name -> !names.contains(name))
                    .forEach(names::add));
    return named(
        what,
        Choice.among(
            "filter-" + what,
            names,
            value,
            one -> one.isEmpty() ? text("documents.any." + what) : one));
  }

  private static Control named(String what, Control control) {
    control.setAccessibleText(text("documents.filter." + what));
    control.setPrefWidth(WIDTH);
    return control;
  }

  private Node key() {
    key.setId("filter-key");
    key.setPromptText(text("documents.any.key"));
    key.textProperty().bindBidirectional(filter.typedKey());
    key.setOnAction(_ -> filter.enterKey());
    return named("key", key);
  }

  private Node clear() {
    var clear = new Button(text("deliveries.clearFilters"));
    clear.setId("clear-filter");
    clear.getStyleClass().add(Styles.FLAT);
    clear.setOnAction(_ -> filter.clear());
    filter.chosen().subscribe(chosen -> showIf(clear, chosen));
    return clear;
  }
}
