package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.viewmodel.session.Profile;
import dev.patchbay.model.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Visits every screen and every state in both looks, leaves a picture of each in {@code
 * target/screenshots} and lets {@link Audit} judge contrast and names. The pictures of the README
 * are {@code console-deliveries.png} and {@code console-mapping.png}.
 */
class GalleryIT {
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  @TempDir Path profiles;

  private Driver open() {
    return Driver.open(profiles, InstantSource.fixed(NOW));
  }

  @Test
  void everyScreenCanBeReadNamedAndReachedInBothLooks() throws IOException {
    try (var hub = new FakeHub(1_000_000, NOW);
        var driver = open()) {
      driver.shootBoth("connect").logIn(hub, Profile.Environment.STAGING);
      driver.waitToSay("1,000,000 deliveries").waitToSay("101006284219");
      driver.waitToSay("Staging · live").shootBoth("deliveries");
      driver.fire("#retryAll").waitToSay("expected duration").shootBoth("bulk-retry");
      driver.press(KeyCode.ESCAPE);
      for (int row = 0; row < 10; row++) {
        driver.press(KeyCode.J);
      }
      driver.waitToSay("is protected.").waitToSay("Row it would write").shootBoth("delivery");
      driver.press(KeyCode.CONTROL, KeyCode.K).waitToSay("Filter deliveries").shootBoth("palette");
      driver.press(KeyCode.ESCAPE).press(KeyCode.F1).waitToSay("Shortcuts").shootBoth("shortcuts");
      driver.press(KeyCode.ESCAPE).press(KeyCode.CONTROL, KeyCode.A);
      driver.waitToSay("1,000,000 matching are selected").shootBoth("selection");
      driver.fire("#nav-routes").waitToSay("request.created").shootBoth("routes");
      driver.fire("#newRoute").waitToSay("Spreadsheet").shootBoth("route-new");
      driver.press(KeyCode.ESCAPE).fire("#open-requests").waitToSay("1 wrong").shootBoth("mapping");
      driver.fire("#nav-connectors").waitToSay("partner-sheets").shootBoth("connectors");
      driver.fire("#check-partner-sheets").waitToSay("Something is in the way").shootBoth("check");
      driver.fire("#edit-city-sheets").waitToSay("Service account key");
      driver.shootBoth("connector-edit");
      driver.fire("#nav-jobs").waitToSay("Monday to Friday").waitToSay("rows/s").shootBoth("jobs");
      driver.fire("#run-r-1").waitToSay("Begun by hub-1").shootBoth("job-run");
      driver
          .fire("#newSchedule")
          .waitToSay("All days")
          .waitToSay("2026-11-24")
          .shootBoth("schedule-new");
    }
    keepForTheReadme("delivery", "console-deliveries");
    keepForTheReadme("mapping", "console-mapping");
  }

  private static void keepForTheReadme(String picture, String name) throws IOException {
    var shots = Path.of("target", "screenshots");
    var bytes = Files.readAllBytes(shots.resolve(picture + "-light.png"));
    Files.write(shots.resolve(name + ".png"), bytes);
    assertThat(bytes).hasSizeLessThan(300_000);
  }

  @Test
  void everyStateOfAListCanBeReadNamedAndReachedInBothLooks() {
    try (var hub = new FakeHub(0, NOW);
        var driver = open()) {
      hub.routes.byName.clear();
      hub.connectors.byName.clear();
      driver.logIn(hub, Profile.Environment.PRODUCTION);
      driver.waitToSay("No deliveries yet").shootBoth("empty-deliveries");
      driver.fire("#tab-DEAD").waitToSay("Nothing matches").shootBoth("empty-no-match");
      driver.fire("#nav-routes").waitToSay("No routes yet").shootBoth("empty-routes");
      driver.fire("#nav-connectors").waitToSay("No connectors yet").shootBoth("empty-connectors");
      hub.jobs.forget();
      hub.imports.forget();
      driver.fire("#nav-jobs").waitToSay("No jobs yet").shootBoth("empty-jobs");
      driver.fire("#nav-imports").waitToSay("No imports yet").shootBoth("empty-imports");
      hub.templates.byName.clear();
      driver.fire("#nav-templates").waitToSay("No templates yet").shootBoth("empty-templates");
      hub.refuseNext("GET /routes", 403, "Forbidden", "Not for you.");
      driver.fire("#nav-routes").waitToSay("Not for your role").shootBoth("empty-no-right");
      hub.stop();
      driver.waitToSay("Offline since").fire("#nav-connectors").waitToSay("This did not work");
      driver.shootBoth("offline");
      hub.callerIs(Role.VIEWER);
      hub.acceptOnly("pb_new_key");
      hub.startAgain();
      driver.waitToSay("Log in again").waitFor("the dialog", () -> driver.has("#log-in-again"));
      driver.shootBoth("log-in-again");
      driver.fill("#new-key", "pb_new_key").press(KeyCode.ENTER);
      driver.waitToSay("Your role is Viewer").waitToSay("No connectors yet").shootBoth("read-only");
    }
  }

  @Test
  void theAuditFindsWhatCannotBeReadOrNamed() {
    assertThat(Audit.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
    assertThat(Audit.contrast(Color.web("#777777"), Color.WHITE)).isBetween(4.47, 4.49);
    assertThat(Driver.call(GalleryIT::faultsOfABadScreen))
        .hasSize(2)
        .anyMatch(fault -> fault.startsWith("contrast 2.3"))
        .anyMatch(fault -> fault.startsWith("no name: Button#silent"));
  }

  private static List<String> faultsOfABadScreen() {
    var grey = new Text("hard to read");
    grey.setFill(Color.web("#aaaaaa"));
    var silent = new Button();
    silent.setId("silent");
    var root = new StackPane(grey, silent);
    var scene = new Scene(root);
    root.applyCss();
    return Audit.of(scene.getRoot());
  }
}
