package dev.patchbay.console.view.control;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.delivery.AttemptView;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Attempts as a line of time, the newest on top. */
public final class Timelines {
  private static final int SHOWN = 3;

  private final Session session;

  public Timelines(Session session) {
    this.session = session;
  }

  public Node of(List<AttemptView> attempts) {
    if (attempts.isEmpty()) {
      return label(text("delivery.noAttempts"), "muted");
    }
    var line = new VBox();
    fill(line, attempts, SHOWN);
    return line;
  }

  private void fill(VBox line, List<AttemptView> attempts, int shown) {
    line.getChildren().clear();
    var newestFirst = attempts.stream().sorted((a, b) -> b.startedAt().compareTo(a.startedAt()));
    newestFirst.limit(shown).forEach(attempt -> line.getChildren().add(entry(attempt)));
    line.getChildren().getLast().getStyleClass().add("last");
    if (attempts.size() > shown) {
      line.getChildren().add(earlier(line, attempts, attempts.size() - shown));
    }
  }

  private Node earlier(VBox line, List<AttemptView> attempts, int hidden) {
    var earlier = new Button(text("delivery.earlier", hidden), icon(Feather.CHEVRON_DOWN));
    earlier.setId("earlier");
    earlier.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    earlier.setAccessibleText(earlier.getText());
    earlier.setOnAction(_ -> fill(line, attempts, Integer.MAX_VALUE));
    return earlier;
  }

  private Node entry(AttemptView attempt) {
    return entry(
        sign(attempt.outcome()),
        tone(attempt.outcome()),
        column(2, title(attempt), detail(attempt)));
  }

  /** One thing that happened, with a line down to the one before it. */
  public static Node entry(Feather sign, String tone, VBox words) {
    var dot = icon(sign, "attempt-icon", tone);
    var rail = new Region();
    rail.getStyleClass().add("attempt-rail");
    VBox.setVgrow(rail, Priority.ALWAYS);
    var mark = column(4, dot, rail);
    mark.getStyleClass().add("attempt-mark");
    words.getStyleClass().add("attempt-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    var entry = new HBox(10, mark, words);
    entry.getStyleClass().add("attempt");
    return entry;
  }

  private Node title(AttemptView attempt) {
    var time = label(When.stamp(attempt.startedAt()), "muted", "mono");
    time.setMinWidth(Region.USE_PREF_SIZE);
    return row(8, label(text("outcome." + attempt.outcome()), "attempt-title"), grow(), time);
  }

  private Node detail(AttemptView attempt) {
    var cause = attempt.cause();
    var receipt = attempt.receipt();
    var said = cause != null ? cause : receipt == null ? "" : receipt;
    var ended = attempt.endedAt();
    var took =
        When.length(Duration.between(attempt.startedAt(), ended == null ? session.now() : ended));
    var words = text("delivery.attempt", took, attempt.rows());
    return said.isEmpty() ? label(words, "muted") : column(1, wrapped(said), label(words, "muted"));
  }

  private static Feather sign(String outcome) {
    return switch (outcome) {
      case "APPLIED" -> Feather.CHECK_CIRCLE;
      case "OPEN" -> Feather.LOADER;
      case "VOID" -> Feather.SLASH;
      default -> Feather.X_CIRCLE;
    };
  }

  private static String tone(String outcome) {
    return switch (outcome) {
      case "APPLIED" -> "good";
      case "OPEN" -> "busy";
      case "VOID" -> "calm";
      default -> "bad";
    };
  }
}
