package dev.patchbay.console.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserView;
import dev.patchbay.model.dataset.DatasetPage;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.DatasetView;
import dev.patchbay.model.dataset.DatasetView.Field;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.route.PiiPolicy;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests of which one row is known, and an empty dataset of users. */
public final class FakeDatasets {
  /** The policies by dataset. */
  public final Map<String, DatasetPolicyView> policies = new LinkedHashMap<>();

  private final ObjectMapper json;
  private final Instant now;

  FakeDatasets(ObjectMapper json, Instant now) {
    this.json = json;
    this.now = now;
    store(
        new DatasetPolicyDraft(
            "requests",
            Map.of("channel", PiiClass.ID),
            List.of(
                new PiiRule(null, null, PiiClass.ADDRESS, null, PiiPolicy.MASK),
                new PiiRule(Role.ADMIN, null, PiiClass.ADDRESS, null, PiiPolicy.ALLOW),
                new PiiRule(Role.VIEWER, null, PiiClass.FREE_TEXT, null, PiiPolicy.DROP),
                new PiiRule(Role.VIEWER, null, null, "assignee", PiiPolicy.HASH))));
  }

  private DatasetPolicyView store(DatasetPolicyDraft draft) {
    var before = policies.get(draft.name());
    var view =
        new DatasetPolicyView(
            draft, before == null ? 1 : before.version() + 1, now.minusSeconds(7_200), "anna");
    policies.put(draft.name(), view);
    return view;
  }

  static List<UserView> users() {
    return List.of(
        new UserView("anna", Role.ADMIN, true, List.of(), 1),
        new UserView("statistics", Role.VIEWER, true, List.of(), 1),
        new UserView("request-service", Role.SERVICE, true, List.of(), 1));
  }

  /** What a call to {@code /datasets} is answered. */
  Object read(List<String> path, Caller caller) {
    if (path.size() == 1) {
      return new Page<>(List.of(requests(caller), users(caller)), null);
    }
    return new DatasetPage(now, List.of(row()), null);
  }

  private DatasetView requests(Caller caller) {
    return new DatasetView(
        "requests",
        true,
        List.of(
            field("id", "Id", PiiClass.NONE, caller),
            field("title", "Title", PiiClass.FREE_TEXT, caller),
            field("status", "Status", PiiClass.NONE, caller),
            field("assignee", "Assignee", PiiClass.ID, caller),
            field("description", "Description", PiiClass.FREE_TEXT, caller),
            field("address", "Address", PiiClass.ADDRESS, caller),
            field("requestedAt", "Requested at", PiiClass.NONE, caller),
            field("zip", "Postal code", PiiClass.ADDRESS, caller),
            field("lat", "Latitude", PiiClass.ADDRESS, caller),
            field("channel", "Channel", PiiClass.NONE, caller)));
  }

  private static Map<String, Object> row() {
    return Map.of(
        "id", "101005285218",
        "title", "Pothole in front of number 12",
        "status", "open",
        "assignee", "kim.lee",
        "address", "7 Dorchester Ave, Boston",
        "requestedAt", "2026-10-31T11:04:25Z",
        "zip", "02117",
        "lat", 42.3298,
        "channel", "app");
  }

  private DatasetView users(Caller caller) {
    return new DatasetView(
        "users",
        false,
        List.of(
            field("id", "Id", PiiClass.NONE, caller),
            new Field("name", "Name", PiiClass.NAME, PiiClass.NAME, PiiPolicy.ALLOW),
            new Field(
                "email", "E-mail address", PiiClass.CONTACT, PiiClass.CONTACT, PiiPolicy.ALLOW)));
  }

  private Field field(String id, String header, PiiClass usual, Caller caller) {
    var stored = policies.get("requests");
    if (stored == null) {
      return new Field(id, header, usual, usual, PiiPolicy.ALLOW);
    }
    var told = stored.policy().classes().getOrDefault(id, usual);
    return new Field(id, header, usual, told, stored.policy().show(caller, id, told));
  }

  /** What a call to {@code /dataset-policies} is answered. */
  Object policy(FakeCall call) throws IOException {
    if (call.method().equals("GET")) {
      return new Page<>(List.copyOf(policies.values()), null);
    }
    var draft = json.readValue(call.body(), DatasetPolicyDraft.class);
    var before = policies.get(draft.name());
    if (before != null) {
      call.requireVersion(before.version());
    }
    demandSense(draft.rules());
    return store(draft);
  }

  private static void demandSense(List<PiiRule> rules) {
    var faults = new ArrayList<FieldError>();
    for (int at = 0; at < rules.size(); at++) {
      if (rules.subList(0, at).contains(rules.get(at))) {
        faults.add(new FieldError("/rules/" + at, "is about the same as a rule before it"));
      }
    }
    if (!faults.isEmpty()) {
      throw new FakeHub.Refusal(400, "Invalid", faults);
    }
  }
}
