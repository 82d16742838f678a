package dev.patchbay.console.view;

import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.NameDialog;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.deliveries.SavedViewsModel;
import dev.patchbay.console.viewmodel.navigation.Navigator;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.SavedView;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The saved views below the deliveries in the sidebar, each a click away. */
final class SavedViewList extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final SavedViewsModel model;
  private final Navigator navigator;
  private final ShellFrame frame;
  private final ObservableValue<List<SavedView>> views;

  SavedViewList(SavedViewsModel model, Navigator navigator, ShellFrame frame) {
    super(1);
    this.model = model;
    this.navigator = navigator;
    this.frame = frame;
    this.views = model.views();
    setId("views");
    views.subscribe(this::show);
    navigator.place().subscribe(_ -> markCurrent());
  }

  private void show(List<SavedView> shown) {
    getChildren().setAll(shown.stream().map(this::line).toList());
    Controls.showIf(this, !shown.isEmpty());
    markCurrent();
  }

  private void markCurrent() {
    for (int at = 0; at < getChildren().size(); at++) {
      boolean here = Place.of(views.getValue().get(at)).equals(navigator.place().get());
      getChildren().get(at).pseudoClassStateChanged(CURRENT, here);
    }
  }

  private Node line(SavedView view) {
    var open = new Button(view.name(), icon(Feather.BOOKMARK));
    open.getStyleClass().add("nav-item");
    open.setAccessibleText(text("views.open", view.name()));
    open.setMaxWidth(Double.MAX_VALUE);
    open.setOnAction(_ -> navigator.go(Place.of(view)));
    HBox.setHgrow(open, Priority.ALWAYS);
    var line = row(0, open, more(view));
    line.getStyleClass().add("view-item");
    return line;
  }

  private MenuButton more(SavedView view) {
    var more = new MenuButton(null, icon(Feather.MORE_HORIZONTAL));
    more.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL, "no-arrow");
    more.setAccessibleText(text("views.more", view.name()));
    more.getItems()
        .setAll(
            item("rename", Feather.EDIT_2, () -> rename(view)),
            item("copyLink", Feather.LINK, () -> copyLink(view)),
            item("delete", Feather.TRASH_2, () -> model.delete(view)));
    return more;
  }

  private static MenuItem item(String key, Feather sign, Runnable action) {
    var item = new MenuItem(text("views." + key), icon(sign));
    item.setId("view-" + key);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void rename(SavedView view) {
    frame.overlay(
        new NameDialog(
            text("views.renameTitle"),
            view.name(),
            name -> model.rename(view, name),
            frame::closeOverlay));
  }

  private static void copyLink(SavedView view) {
    var content = new ClipboardContent();
    content.putString(Place.of(view).link().toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
