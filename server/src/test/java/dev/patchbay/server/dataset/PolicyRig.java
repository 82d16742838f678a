package dev.patchbay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.KeyDraft;
import dev.patchbay.model.access.NewApiKey;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A policy of requests whose rules name a user of its own only. */
public final class PolicyRig {
  static final String POLICY = "/dataset-policies/requests";

  private final ApiCaller admin;
  private final String partner = "partner-" + UUID.randomUUID();
  private final ApiCaller asPartner;

  public PolicyRig(FilledReadModel model) {
    this.admin = model.hub().admin();
    admin.post("/users", new UserDraft(partner, Role.VIEWER, true)).as(201, Object.class);
    var key = admin.post("/users/" + partner + "/keys", new KeyDraft("k"));
    this.asPartner = model.viewer().as(key.as(201, NewApiKey.class).secret());
  }

  /** The user whom rules name. */
  String partner() {
    return partner;
  }

  public ApiCaller asPartner() {
    return asPartner;
  }

  PiiRule rule(PiiClass pii, PiiPolicy show) {
    return new PiiRule(null, partner, pii, null, show);
  }

  public PiiRule rule(String field, PiiPolicy show) {
    return new PiiRule(null, partner, null, field, show);
  }

  /** Makes these the only rules. */
  public void hide(PiiRule... rules) {
    var draft = new DatasetPolicyDraft("requests", Map.of(), List.of(rules));
    var stands = admin.get(POLICY);
    var saved =
        stands.status() == 404
            ? admin.post("/dataset-policies", draft)
            : admin.put(POLICY, stands.tag(), draft);
    assertThat(saved.as(stands.status() == 404 ? 201 : 200, DatasetPolicyView.class).policy())
        .isEqualTo(draft);
  }

  /** Leaves no rule. */
  public void showAll() {
    var stands = admin.get(POLICY);
    if (stands.status() == 200) {
      admin.delete(POLICY, stands.tag());
    }
  }

  static List<RequestView> rows(ApiCaller caller, String query) {
    return caller
        .get("/requests/overview?limit=500" + query)
        .as(200, RequestOverview.class)
        .items();
  }
}
