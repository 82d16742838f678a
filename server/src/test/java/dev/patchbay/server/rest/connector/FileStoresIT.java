package dev.patchbay.server.rest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorKind;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.connector.Guarantee;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code /connectors} that take files. */
@ExtendWith(SharedHub.class)
class FileStoresIT {
  @TempDir private Path directory;

  private final Workplace work;
  private final ApiCaller admin;
  private final String path;

  FileStoresIT(Workplace work) {
    this.work = work;
    this.admin = work.hub().admin();
    this.path = "/connectors/" + work.name();
  }

  @Test
  void aTypeTellsWhatItTakes() {
    var kinds =
        admin.get("/connector-types").page(ConnectorTypeView.class).items().stream()
            .collect(Collectors.toMap(ConnectorTypeView::name, ConnectorTypeView::kind));

    assertThat(kinds)
        .containsEntry("google-sheets", ConnectorKind.ROWS)
        .containsEntry("http", ConnectorKind.ROWS)
        .containsEntry("google-drive", ConnectorKind.FILES)
        .containsEntry("local", ConnectorKind.FILES)
        .containsEntry("onedrive", ConnectorKind.FILES)
        .containsEntry("s3", ConnectorKind.FILES)
        .containsEntry("sftp", ConnectorKind.FILES)
        .containsEntry("webdav", ConnectorKind.FILES)
        .containsEntry("email", ConnectorKind.MESSAGES);
  }

  @Test
  void aStoreIsCreatedCheckedChangedAndDeleted() throws IOException {
    var created = admin.post("/connectors", local(directory.toString()));
    var view = created.as(201, ConnectorView.class);
    assertThat(view.guarantee()).isEqualTo(Guarantee.PROBE);
    assertThat(admin.get("/connectors").page(ConnectorView.class).items()).contains(view);
    assertThat(admin.post(path + "/check").as(200, CheckResult.class).ok()).isTrue();
    try (var left = Files.walk(directory)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }

    var missing = directory.resolve("missing").toString();
    var changed = admin.put(path, created.tag(), local(missing));
    changed.as(200, ConnectorView.class);
    assertThat(admin.post(path + "/check").as(200, CheckResult.class).steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.ok()).isFalse();
              assertThat(step.message()).contains("does not exist");
            });

    assertThat(admin.delete(path, changed.tag()).status()).isEqualTo(204);
    admin.post(path + "/check").problem(404);
  }

  @Test
  void aDirectoryThatIsNoneIsRefusedByField() {
    assertThat(admin.post("/connectors", local("reports")).faults(400))
        .containsExactly("/settings/directory");
    assertThat(admin.post("/connectors", local("")).faults(400))
        .containsExactly("/settings/directory");
  }

  @Test
  void aStoresSecretsStaySecret() {
    var settings =
        Map.of(
            "host", "127.0.0.1",
            "port", "1",
            "user", "hub",
            "host-key", "SHA256:" + "A".repeat(43));
    var draft =
        new ConnectorDraft(
            work.name(), "sftp", settings, Map.of("password", "s3cret-passw0rd"), true);

    var view = admin.post("/connectors", draft).as(201, ConnectorView.class);
    assertThat(view.settings()).isEqualTo(settings);
    assertThat(view.secretsSet()).containsExactly("password");
    assertThat(admin.get(path).text()).doesNotContain("s3cret-passw0rd");
    var check = admin.post(path + "/check");
    assertThat(check.as(200, CheckResult.class).ok()).isFalse();
    assertThat(check.text()).contains("Nobody answers").doesNotContain("s3cret-passw0rd");
  }

  @Test
  void aBucketsSecretStaysSecret() {
    var settings =
        Map.of(
            "endpoint", "http://127.0.0.1:1",
            "bucket", "reports",
            "access-key-id", "AKIDHUB");
    var draft =
        new ConnectorDraft(
            work.name(), "s3", settings, Map.of("secret-access-key", "s3cret-acc3ss"), true);

    var view = admin.post("/connectors", draft).as(201, ConnectorView.class);
    assertThat(view.secretsSet()).containsExactly("secret-access-key");
    var check = admin.post(path + "/check");
    assertThat(check.as(200, CheckResult.class).ok()).isFalse();
    assertThat(check.text()).contains("Nobody answers").doesNotContain("s3cret-acc3ss");
  }

  @Test
  void aBucketOfAmazonNeedsARegion() {
    var draft =
        new ConnectorDraft(
            work.name(),
            "s3",
            Map.of("bucket", "Reports", "access-key-id", "AKIDHUB"),
            Map.of("secret-access-key", "s"),
            true);
    assertThat(admin.post("/connectors", draft).faults(400))
        .containsExactlyInAnyOrder("/settings/region", "/settings/bucket");
  }

  @Test
  void aPasswordIsNotSentInTheClear() {
    var draft =
        new ConnectorDraft(
            work.name(),
            "webdav",
            Map.of("url", "http://cloud.example/dav", "user", "hub"),
            Map.of("password", "p"),
            true);
    assertThat(admin.post("/connectors", draft).faults(400)).containsExactly("/settings/url");
  }

  @Test
  void aFolderOfDriveIsNamedByItsAddressOrId() {
    var draft =
        new ConnectorDraft(
            work.name(),
            "google-drive",
            Map.of("folder", "Reports of 2026", "root-url", "http://drive.example/"),
            Map.of("service-account-key", "{}"),
            true);
    assertThat(admin.post("/connectors", draft).faults(400))
        .containsExactlyInAnyOrder("/settings/folder", "/settings/root-url");
  }

  @Test
  void aDriveOfMicrosoftIsNamedByItsId() {
    var draft =
        new ConnectorDraft(
            work.name(),
            "onedrive",
            Map.of(
                "tenant",
                "contoso.example",
                "client-id",
                "hub",
                "drive",
                "https://contoso.sharepoint.com",
                "folder",
                "a:b"),
            Map.of("client-secret", "s"),
            true);
    assertThat(admin.post("/connectors", draft).faults(400))
        .containsExactlyInAnyOrder("/settings/drive", "/settings/folder");
  }

  @Test
  void aServersFingerprintIsRefusedByField() {
    var draft =
        new ConnectorDraft(
            work.name(),
            "sftp",
            Map.of("host", "127.0.0.1", "user", "hub", "host-key", "any"),
            Map.of("password", "p"),
            true);
    assertThat(admin.post("/connectors", draft).faults(400)).containsExactly("/settings/host-key");
  }

  @Test
  void aRouteCannotWriteRowsToAStore() {
    admin.post("/connectors", local(directory.toString())).as(201, ConnectorView.class);

    assertThat(admin.post("/routes", work.route()).faults(400)).containsExactly("/connector");
    admin.get("/routes/" + work.name()).problem(404);
    assertThat(admin.post(path + "/describe", Map.of()).problem(409).detail())
        .contains("takes files");
  }

  @Test
  void aRouteCannotWriteRowsToWhatSendsMessages() {
    var settings = Map.of("host", "127.0.0.1", "from", "hub@example.org");
    var mail = new ConnectorDraft(work.name(), "email", settings, Map.of("password", "p"), true);
    admin.post("/connectors", mail).as(201, ConnectorView.class);

    assertThat(admin.post("/routes", work.route()).faults(400)).containsExactly("/connector");
  }

  @Test
  void aStoreThatBecomesOneOfRowsTakesRoutes() {
    admin.post("/connectors", local(directory.toString())).as(201, ConnectorView.class);
    var tag = admin.get(path).tag();
    assertThat(admin.delete(path, tag).status()).isEqualTo(204);
    admin.post("/connectors", work.connector()).as(201, ConnectorView.class);

    admin.post("/routes", work.route()).as(201, RouteView.class);
  }

  private ConnectorDraft local(String directory) {
    return new ConnectorDraft(work.name(), "local", Map.of("directory", directory), Map.of(), true);
  }
}
