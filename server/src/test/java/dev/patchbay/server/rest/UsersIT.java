package dev.patchbay.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.KeyDraft;
import dev.patchbay.model.access.NewApiKey;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.access.UserView;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.event.EventContracts;
import dev.patchbay.model.intake.IntakeTypeView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code /users}, {@code /me}, and the catalogues. */
@ExtendWith(SharedHub.class)
class UsersIT {
  private final TestHub hub;
  private final ApiCaller admin;
  private final String name = "user-" + UUID.randomUUID();
  private final String path = "/users/" + name;

  UsersIT(TestHub hub) {
    this.hub = hub;
    this.admin = hub.admin();
  }

  @Test
  void aUserWorksWithAKeyUntilItIsWithdrawn() {
    admin.post("/users", new UserDraft(name, Role.VIEWER, true)).as(201, UserView.class);
    var added = admin.post(path + "/keys", new KeyDraft("laptop"));
    var key = added.as(201, NewApiKey.class);
    var user = admin.get(path).as(200, UserView.class);
    assertThat(user.keys()).singleElement().matches(k -> k.id().equals(key.id()));
    assertThat(user.keys().getFirst().note()).isEqualTo("laptop");
    var caller = hub.stranger().as(key.secret());
    assertThat(caller.get("/me").as(200, Caller.class)).isEqualTo(new Caller(name, Role.VIEWER));

    assertThat(admin.delete(path + "/keys/" + key.id()).status()).isEqualTo(204);

    caller.get("/me").problem(401);
    admin.delete(path + "/keys/" + key.id()).problem(404);
  }

  @Test
  void aRoleChangesAtOnceAndADisabledUserIsAStranger() {
    var created = admin.post("/users", new UserDraft(name, Role.VIEWER, true));
    var caller =
        hub.stranger()
            .as(admin.post(path + "/keys", new KeyDraft("k")).as(201, NewApiKey.class).secret());
    caller.get("/users").problem(403);
    var promoted = admin.put(path, created.tag(), new UserDraft(name, Role.ADMIN, true));
    assertThat(caller.get("/users").page(UserView.class).items())
        .contains(promoted.as(200, UserView.class));
    admin.put(path, promoted.tag(), new UserDraft(name, Role.ADMIN, false)).as(200, UserView.class);
    caller.get("/users").problem(401);
  }

  @Test
  void aChangeNeedsTheVersionThatItWasMadeFor() {
    var draft = new UserDraft(name, Role.SUPPORT, true);
    var first = admin.post("/users", draft).tag();
    admin.post("/users", draft).problem(409);
    admin.put(path, first, draft).as(200, UserView.class);
    admin.put(path, first, draft).problem(412);
    admin.send(admin.with("PUT", path, "application/json", draft)).problem(428);
    admin.put("/users/nobody-" + name, "\"1\"", draft).problem(400);
    admin.get("/users/nobody").problem(404);
    admin.post("/users/nobody/keys", new KeyDraft("k")).problem(404);
  }

  @Test
  void theLastAdministratorStays() {
    var draft = new UserDraft("admin", Role.VIEWER, true);
    var others =
        admin.get("/users").page(UserView.class).items().stream()
            .filter(user -> user.role() == Role.ADMIN && user.enabled())
            .toList();
    assertThat(others).extracting(UserView::name).containsExactly("admin");
    admin.put("/users/admin", admin.get("/users/admin").tag(), draft).problem(409);
    assertThat(admin.get("/me").as(200, Caller.class)).isEqualTo(new Caller("admin", Role.ADMIN));
  }

  @Test
  void theCataloguesListWhatIsInstalled() {
    var viewer = hub.as(Role.VIEWER);
    assertThat(viewer.get("/me").header("Content-Length")).isPresent();
    assertThat(viewer.get("/contracts").page(ContractView.class).items())
        .extracting(ContractView::type)
        .containsAll(EventContracts.types());
    var types = viewer.get("/connector-types").page(ConnectorTypeView.class).items();
    assertThat(types)
        .extracting(ConnectorTypeView::name)
        .containsExactlyInAnyOrder(
            "google-sheets",
            "http",
            "read-model",
            "google-drive",
            "local",
            "onedrive",
            "s3",
            "sftp",
            "webdav",
            "email",
            "documents");
    assertThat(types)
        .filteredOn(type -> type.name().equals("google-sheets"))
        .flatExtracting(ConnectorTypeView::settings)
        .filteredOn(field -> field.secret())
        .extracting(field -> field.name())
        .contains("service-account-key");
    assertThat(viewer.get("/intake-types").page(IntakeTypeView.class).items())
        .extracting(IntakeTypeView::name)
        .containsExactly("kafka", "redis");
  }
}
