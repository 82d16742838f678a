package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the screen of datasets asks of the hub. */
@ExtendWith(SharedHub.class)
class ClientDatasetsIT {
  private static final PiiRule HIDDEN =
      new PiiRule(Role.VIEWER, null, PiiClass.CONTACT, null, PiiPolicy.DROP);

  private final TestHub hub;

  ClientDatasetsIT(TestHub hub) {
    this.hub = hub;
  }

  private static DatasetPolicyDraft policy(PiiRule... rules) {
    return new DatasetPolicyDraft("users", Map.of("language", PiiClass.ID), List.of(rules));
  }

  @Test
  void aPolicyIsMadeChangedAndNamesWhatIsWrong() throws HubException, InterruptedException {
    try (var admin = Visitor.as(Role.ADMIN, hub);
        var viewer = Visitor.as(Role.VIEWER, hub)) {
      var client = admin.client().datasets();
      assertThat(admin.whole("/datasets", client::all).items())
          .extracting(view -> view.name())
          .containsExactly("requests", "comments", "users");
      admin.whole("/users", admin.client()::users);

      var made = client.create(policy(HIDDEN));
      assertThat(made.policy()).isEqualTo(policy(HIDDEN));
      assertThat(admin.whole("/dataset-policies", client::policies).items()).contains(made);
      assertThat(client.change(policy(), made.version()).policy()).isEqualTo(policy());
      assertThat(Visitor.failureOf(() -> client.change(policy(), made.version())))
          .isInstanceOf(Failure.Stale.class);

      var next = made.version() + 1;
      var doubled = Visitor.failureOf(() -> client.change(policy(HIDDEN, HIDDEN), next));
      assertThat(((Failure.Refused) doubled).problem().errors())
          .extracting(FieldError::field)
          .containsExactly("/rules/1");
      assertThat(Visitor.failureOf(viewer.client().datasets()::policies))
          .isInstanceOf(Failure.Forbidden.class);
    }
  }
}
