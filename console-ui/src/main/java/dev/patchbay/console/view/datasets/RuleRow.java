package dev.patchbay.console.view.datasets;

import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.problem;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.viewmodel.datasets.PolicyModel;
import dev.patchbay.console.viewmodel.datasets.RuleLine;
import dev.patchbay.console.viewmodel.datasets.RuleLine.What;
import dev.patchbay.console.viewmodel.datasets.RuleLine.Who;
import dev.patchbay.model.route.PiiPolicy;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A rule: for whom, about what, shown how; and below it what is wrong with it. */
final class RuleRow extends VBox {
  private static final double SHOW_WIDTH = 96;

  RuleRow(PolicyModel model, RuleLine rule, int index) {
    super(4);
    setId("rule-" + index);
    getStyleClass().add("rule-row");
    var number = index + 1;
    var who = Choice.of("who-" + index, whom(model, rule), rule.who(), Who::words);
    who.setAccessibleText(text("policy.whoOf", number));
    var what = Choice.of("what-" + index, about(model, rule), rule.what(), model.edits()::words);
    what.setAccessibleText(text("policy.whatOf", number));
    var show =
        Choice.of(
            "show-" + index, List.of(PiiPolicy.values()), rule.show(), one -> word("pii", one));
    show.setAccessibleText(text("policy.showOf", number));
    Controls.fixWidth(show, SHOW_WIDTH);
    grow(who);
    grow(what);
    var problem = problem(rule.problem());
    getChildren().setAll(row(8, who, what, show, remove(model, rule, number)), problem);
  }

  private static void grow(ComboBox<?> choice) {
    choice.setPrefWidth(150);
    choice.setMinWidth(90);
    HBox.setHgrow(choice, Priority.ALWAYS);
  }

  /** What stands stays a choice, though nobody is called so any more. */
  private static List<Who> whom(PolicyModel model, RuleLine rule) {
    return with(model.choices().get().who(), rule.who());
  }

  private static List<What> about(PolicyModel model, RuleLine rule) {
    return with(model.edits().what(), rule.what());
  }

  private static <T> List<T> with(List<T> known, Property<T> chosen) {
    var all = new ArrayList<>(known);
    if (!all.contains(chosen.getValue())) {
      all.add(chosen.getValue());
    }
    return all;
  }

  private static Button remove(PolicyModel model, RuleLine rule, int number) {
    var remove = new Button(null, icon(Feather.X));
    remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    remove.setId("remove-rule-" + (number - 1));
    Controls.describe(remove, text("policy.removeOf", number));
    remove.setOnAction(_ -> model.edits().remove(rule));
    return remove;
  }
}
