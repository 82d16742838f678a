package dev.patchbay.console.view;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.viewmodel.deliveries.DeliveryQuery;
import dev.patchbay.console.viewmodel.navigation.Navigator;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.Link;
import dev.patchbay.console.viewmodel.session.Session;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where one can go, and which server this is. */
final class Sidebar extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Session session;
  private final Navigator navigator;

  Sidebar(Session session, Navigator navigator, SavedViewList views) {
    super(2);
    this.session = session;
    this.navigator = navigator;
    getStyleClass().add("sidebar");
    var brand = row(10, icon(Feather.SHUFFLE, "brand-icon"), label(text("app.name"), "brand"));
    brand.getStyleClass().add("sidebar-brand");
    getChildren()
        .setAll(
            brand,
            label(text("nav.operate"), "nav-group"),
            item("deliveries", Feather.SEND, new Place.Deliveries(DeliveryQuery.ALL)),
            views,
            item("jobs", Feather.CLOCK, new Place.Jobs()),
            item("imports", Feather.UPLOAD, new Place.Imports()),
            item("documents", Feather.FOLDER, new Place.Documents()),
            label(text("nav.build"), "nav-group"),
            item("routes", Feather.GIT_MERGE, new Place.Routes()),
            item("connectors", Feather.LINK_2, new Place.Connectors()),
            item("templates", Feather.FILE_TEXT, new Place.Templates()),
            item("datasets", Feather.DATABASE, new Place.Datasets()),
            grow(),
            profile());
  }

  private Button item(String key, Feather sign, Place place) {
    var item = new Button(text("nav." + key), icon(sign));
    item.setId("nav-" + key);
    item.getStyleClass().add("nav-item");
    item.setMaxWidth(Double.MAX_VALUE);
    item.setAccessibleText(item.getText());
    item.setOnAction(_ -> navigator.go(place));
    navigator.place().subscribe(now -> item.pseudoClassStateChanged(CURRENT, owns(place, now)));
    return item;
  }

  private static boolean owns(Place menu, Place now) {
    return switch (now) {
      case Place.Deliveries _, Place.Delivery _ -> menu instanceof Place.Deliveries;
      case Place.Routes _, Place.Mapping _ -> menu instanceof Place.Routes;
      case Place.Connectors _ -> menu instanceof Place.Connectors;
      case Place.Datasets _, Place.Policy _ -> menu instanceof Place.Datasets;
      case Place.Templates _, Place.Template _ -> menu instanceof Place.Templates;
      case Place.Documents _ -> menu instanceof Place.Documents;
      case Place.Jobs _ -> menu instanceof Place.Jobs;
      case Place.Imports _ -> menu instanceof Place.Imports;
    };
  }

  private Node profile() {
    var profile = session.profile();
    var state = label("", "muted");
    state.setId("link-state");
    session.feed().link().subscribe(link -> state.setText(words(link)));
    var dot = ConnectScreen.dot(profile.environment());
    var name = label(profile.name(), "strong");
    var shown = row(10, dot, column(1, name, state));
    shown.getStyleClass().add("sidebar-profile");
    return shown;
  }

  private String words(Link link) {
    return text(
        "profile.state",
        word("environment", session.profile().environment()),
        word("link", link.state()));
  }
}
