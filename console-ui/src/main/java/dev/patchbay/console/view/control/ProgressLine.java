package dev.patchbay.console.view.control;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Something that runs or ran, as one line of a list: what, how far, and a way to see more. */
public final class ProgressLine {
  private static final double BAR = 120;

  private ProgressLine() {}

  /**
   * A line.
   *
   * @param id of the button
   * @param what its name
   * @param bar how far it is
   */
  public static Node of(String id, String what, Node head, String facts, Node bar, Runnable more) {
    var words = column(3, head, wrapped(facts, "muted"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var open = Controls.small(new Button(text("jobs.details"), icon(Feather.CHEVRON_RIGHT)));
    Controls.tell(open, id, what);
    open.setMinWidth(Button.USE_PREF_SIZE);
    open.setOnAction(_ -> more.run());
    var line = row(10, words, bar, open);
    line.getStyleClass().addAll("card", "run-line");
    return line;
  }

  /** A bar as wide as a line has room for. */
  public static ProgressBar bar(String what, OptionalDouble share, boolean shown) {
    var bar = new ProgressBar(share.orElse(ProgressBar.INDETERMINATE_PROGRESS));
    bar.setPrefWidth(BAR);
    bar.setAccessibleText(text("jobs.progressOf", what));
    showIf(bar, shown);
    return bar;
  }

  /** A bar as wide as its pane. */
  public static ProgressBar wide(String what, OptionalDouble share, boolean shown) {
    var bar = bar(what, share, shown);
    bar.setMaxWidth(Double.MAX_VALUE);
    return bar;
  }
}
