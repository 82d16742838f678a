package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Routes, and mapping fields to the sheet's columns. */
class MappingIT extends AtHub {
  /** Line of the column "Address", which nothing is mapped to. */
  private static final String ADDRESS = "#line-3";

  @BeforeEach
  void goThere() {
    driver.fire("#nav-routes").waitToSay("request.created");
  }

  private void edit() {
    driver.fire("#open-requests").waitToSay("1 wrong");
  }

  private RouteView published() {
    return Objects.requireNonNull(hub.routes.byName.get("requests"));
  }

  private List<String> sources() {
    return published().route().columns().stream().map(ColumnMapping::source).toList();
  }

  private String source(String line) {
    return driver.find(line + " .mono-field", TextField.class).getText();
  }

  @Test
  void pausesARouteAndResumesIt() {
    driver.fire("#turn-requests").waitToSay("requests is paused.");
    driver.waitFor("the hub", () -> published().route().state() == RouteState.PAUSED);
    driver.fire("#turn-requests").waitToSay("requests runs again.");
    driver.waitFor("the hub", () -> published().route().state() == RouteState.ACTIVE);
  }

  @Test
  void mapsByKeyboardAloneAndPublishes() {
    edit();
    driver.press(KeyCode.SLASH).press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.DOWN);
    driver.press(KeyCode.ENTER).waitFor("mapped", () -> source(ADDRESS).equals("/data/address"));
    driver.press(KeyCode.CONTROL, KeyCode.S).waitToSay("Publish version 2");
    driver.shootBoth("publish").press(KeyCode.ENTER).waitToSay("Version 2 is published.");
    assertThat(sources()).contains("/data/address");
  }

  @Test
  void mapsByDoubleClickAndUndoTakesItBack() {
    edit();
    driver.doubleClick("address").waitFor("mapped", () -> source(ADDRESS).equals("/data/address"));
    driver.press(KeyCode.CONTROL, KeyCode.Z);
    driver.waitFor("taken back", () -> !driver.has(ADDRESS + " .mono-field"));
    driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    driver.waitFor("again", () -> driver.has(ADDRESS + " .mono-field"));
  }

  @Test
  void mapsByDraggingAFieldToItsColumn() {
    edit();
    driver.drag("zip", ADDRESS + " .drop-here");
    driver.waitFor("mapped", () -> source(ADDRESS).equals("/data/zip"));
  }

  @Test
  void aTypeErrorIsShownWhileTyping() {
    edit();
    driver.fill("#line-6 .mono-field", "/data/add").write("ress");
    driver.waitToSay("20 wrong").waitToSay("is no number.").shootBoth("mapping-type-error");
    driver.fill("#line-6 .mono-field", "/data/attributes/cost");
    driver.waitFor("it fits again", () -> !driver.says("20 wrong"));
  }

  @Test
  void aVersionOfSomebodyElseIsShownBesideMineBeforeAnythingIsOverwritten() {
    edit();
    hub.routes.store(published().route(), "boris");
    driver.doubleClick("address").fire("#publish").fire("#publish-now");
    driver.waitToSay("boris published version 2").shootBoth("publish-conflict");
    assertThat(sources()).doesNotContain("/data/address");
    driver.fire("#publish-over").waitToSay("Version 3 is published.");
    assertThat(sources()).contains("/data/address");
  }

  @Test
  void makesANewRouteAndGoesOnToItsColumns() {
    driver.fire("#newRoute").waitToSay("Key of the row");
    driver.fill("#route-name", "potholes");
    driver.fill("#target-spreadsheet", "1Bxi").fill("#target-tab", "Potholes");
    driver.fire("#create-route").waitToSay("Service requests 2026 · Potholes");
    assertThat(Objects.requireNonNull(hub.routes.byName.get("potholes")).route().state())
        .isEqualTo(RouteState.PAUSED);
  }
}
