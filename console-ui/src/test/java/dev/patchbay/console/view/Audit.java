package dev.patchbay.console.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Walks what is on the screen and lists what a person could not read, name or reach. */
final class Audit {
  /** WCAG 2.2, success criterion 1.4.3. */
  private static final double TEXT = 4.5;

  /** WCAG 2.2, success criterion 1.4.11. */
  private static final double SIGN = 3;

  private final List<String> faults = new ArrayList<>();

  private Audit() {}

  /** Everything wrong below this node; what a layer covers is not looked at. */
  static List<String> of(Parent root) {
    var audit = new Audit();
    audit.walk(topLayer(root));
    return audit.faults;
  }

  private static Node topLayer(Parent root) {
    return root.lookupAll(".shade").stream().reduce((_, last) -> last).orElse(root);
  }

  private void walk(Node node) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank() && !node.isDisabled()) {
      readable(text);
    }
    if (node instanceof Control control && isForPeople(control) && !isPartOfAnother(control)) {
      named(control);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::walk);
    }
  }

  private void readable(Text text) {
    if (text.getFill() instanceof Color colour) {
      var behind = behind(text);
      double contrast = contrast(over(colour, behind), behind);
      if (contrast < (text instanceof FontIcon ? SIGN : TEXT)) {
        faults.add(
            "contrast %.2f of “%s” (%s on %s) in %s"
                .formatted(contrast, text.getText(), colour, behind, path(text)));
      }
    } else {
      faults.add("no plain colour: “" + text.getText() + "” in " + path(text));
    }
  }

  private static boolean isForPeople(Control control) {
    return control instanceof ButtonBase
        || control instanceof TextInputControl
        || control instanceof ComboBoxBase
        || control instanceof ListView
        || control instanceof TableView
        || control instanceof ProgressIndicator;
  }

  private void named(Control control) {
    var spoken = control.getAccessibleText();
    var written = control instanceof Labeled labeled ? labeled.getText() : null;
    if ((spoken == null || spoken.isBlank()) && (written == null || written.isBlank())) {
      faults.add("no name: " + path(control));
    }
    boolean forHands = !(control instanceof ProgressIndicator);
    if (forHands && !control.isFocusTraversable()) {
      faults.add("not reachable by keyboard: " + path(control));
    }
  }

  /** Parts that a skin makes are named and reached through their control. */
  private static boolean isPartOfAnother(Control control) {
    for (Node at = control.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ComboBoxBase || at instanceof TableView || at instanceof ListView) {
        return true;
      }
    }
    return false;
  }

  /** The colour behind a node: the fills of what holds it, each over the one below. */
  private static Color behind(Node node) {
    var fills = new ArrayList<Color>();
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof Region region && region.getBackground() != null) {
        var all = region.getBackground().getFills();
        for (int i = all.size() - 1; i >= 0; i--) {
          if (all.get(i).getFill() instanceof Color colour) {
            fills.add(colour);
            if (colour.isOpaque()) {
              return flatten(fills);
            }
          }
        }
      }
    }
    fills.add(node.getScene().getFill() instanceof Color colour ? colour : Color.WHITE);
    return flatten(fills);
  }

  private static Color flatten(List<Color> topFirst) {
    var colour = topFirst.getLast();
    for (var next : topFirst.reversed()) {
      colour = over(next, colour);
    }
    return colour;
  }

  private static Color over(Color top, Color below) {
    double share = top.getOpacity();
    return Color.color(
        top.getRed() * share + below.getRed() * (1 - share),
        top.getGreen() * share + below.getGreen() * (1 - share),
        top.getBlue() * share + below.getBlue() * (1 - share));
  }

  static double contrast(Color a, Color b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static String path(Node node) {
    var names = new ArrayList<String>();
    for (Node at = node; at != null && names.size() < 5; at = at.getParent()) {
      names.add(
          at.getClass().getSimpleName()
              + (at.getId() == null ? "" : "#" + at.getId())
              + (at.getStyleClass().isEmpty() ? "" : at.getStyleClass()));
    }
    return String.join(" < ", names);
  }
}
