package dev.patchbay.console.viewmodel.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.datasets.PolicyModel.Effect;
import dev.patchbay.console.viewmodel.datasets.RuleLine.What;
import dev.patchbay.console.viewmodel.datasets.RuleLine.Who;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.route.PiiPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicyModelTest {
  private final Desk desk = Desk.with(10);

  @AfterEach
  void close() {
    desk.close();
  }

  private PolicyModel policy(String dataset) {
    var model = new PolicyModel(desk.session, dataset, desk.notices::add);
    desk.tasks.settle();
    return model;
  }

  private void save(PolicyModel model) {
    model.save();
    desk.tasks.settle();
  }

  private DatasetPolicyDraft stored(String dataset) {
    return Objects.requireNonNull(desk.hub.datasets.policies.get(dataset)).policy();
  }

  private static FieldLine field(PolicyModel model, String id) {
    return model.edits().fields().get().stream()
        .filter(line -> line.field().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Effect> effects(PolicyModel model, String... ids) {
    return List.of(ids).stream().map(id -> model.effect(field(model, id))).toList();
  }

  @Test
  void tellsWhatBecomesOfARowForEachCaller() {
    var model = policy("requests");
    assertThat(effects(model, "title", "assignee", "address", "lat", "status", "description"))
        .containsExactly(
            new Effect(PiiPolicy.DROP, "Pothole in front of number 12", ""),
            new Effect(PiiPolicy.HASH, "kim.lee", "64 digits"),
            new Effect(PiiPolicy.MASK, "7 Dorchester Ave, Boston", "7***"),
            new Effect(PiiPolicy.MASK, "42.3298", ""),
            new Effect(PiiPolicy.ALLOW, "open", "open"),
            new Effect(PiiPolicy.DROP, "", ""));
    var requestedAt = field(model, "requestedAt");
    requestedAt.pii().set(PiiClass.ADDRESS);
    assertThat(model.effect(requestedAt))
        .as("a time is no text")
        .isEqualTo(new Effect(PiiPolicy.MASK, "2026-10-31 11:04:25", ""));
    model.seenBy().set(new Caller("anna", Role.ADMIN));
    assertThat(effects(model, "address"))
        .containsExactly(
            new Effect(PiiPolicy.ALLOW, "7 Dorchester Ave, Boston", "7 Dorchester Ave, Boston"));
  }

  @Test
  void theEffectFollowsWhatIsWritten() {
    var model = policy("requests");
    assertThat(model.edits().changed().get()).isFalse();
    field(model, "title").pii().set(PiiClass.NONE);
    assertThat(model.effect(field(model, "title")).show()).isEqualTo(PiiPolicy.ALLOW);
    var rule = model.edits().rules().get().getFirst();
    rule.show().set(PiiPolicy.DROP);
    assertThat(model.effect(field(model, "address")).show()).isEqualTo(PiiPolicy.DROP);
    model.edits().remove(rule);
    assertThat(model.effect(field(model, "address")).show()).isEqualTo(PiiPolicy.ALLOW);
    assertThat(model.edits().changed().get()).isTrue();
  }

  @Test
  void rulesAreForRolesUsersAndSchedulesAndAboutClassesAndFields() {
    var model = policy("requests");
    assertThat(model.choices().get().who().stream().map(Who::words))
        .containsExactly(
            "Everybody",
            "Viewers",
            "Support staff",
            "Administrators",
            "User anna",
            "User statistics",
            "Schedule Open requests",
            "Schedule Archive");
    assertThat(model.edits().what())
        .contains(new What(PiiClass.NAME, null), new What(null, "status"))
        .doesNotContain(new What(PiiClass.NONE, null), new What(null, "id"));
  }

  @Test
  void theFirstPolicyIsMadeAndTheNextChangesIt() {
    var model = policy("users");
    model.edits().add();
    save(model);
    assertThat(stored("users"))
        .isEqualTo(
            new DatasetPolicyDraft(
                "users",
                Map.of(),
                List.of(new PiiRule(Role.VIEWER, null, PiiClass.CONTACT, null, PiiPolicy.MASK))));
    assertThat(desk.lastNotice()).isEqualTo("The policy of Users holds now.");
    assertThat(model.edits().changed().get()).isFalse();

    model.edits().rules().get().getFirst().who().set(new Who(null, "statistics"));
    save(model);
    assertThat(stored("users").rules())
        .containsExactly(new PiiRule(null, "statistics", PiiClass.CONTACT, null, PiiPolicy.MASK));
  }

  @Test
  void whatTheHubFindsWrongStandsAtItsRuleUntilItIsSavedAgain() {
    var model = policy("users");
    model.edits().add();
    model.edits().add();
    save(model);
    var rules = model.edits().rules().get();
    assertThat(rules.stream().map(rule -> rule.problem().get()))
        .containsExactly("", "is about the same as a rule before it");
    assertThat(model.problem().get()).isEmpty();
    assertThat(model.busy().get()).isFalse();

    rules.getLast().what().set(new What(null, "email"));
    save(model);
    assertThat(stored("users").rules()).hasSize(2);
  }

  @Test
  void aPolicyThatSomebodyChangedMeanwhileIsNotOverwritten() {
    var mine = policy("requests");
    var theirs = policy("requests");
    theirs.edits().remove(theirs.edits().rules().get().getFirst());
    save(theirs);
    mine.edits().add();
    save(mine);
    assertThat(mine.problem().get()).startsWith("Somebody changed this policy");
    assertThat(stored("requests").rules()).hasSize(3);
  }

  @Test
  void whatIsNotSavedIsBackTheNextTime() {
    var model = policy("requests");
    model.edits().add();
    field(model, "title").pii().set(PiiClass.NAME);
    var written = model.edits().draft().get();
    model.close();
    policy("users").close();

    var again = policy("requests");
    assertThat(again.edits().draft().get()).isEqualTo(written);
    assertThat(again.edits().changed().get()).isTrue();
    assertThat(desk.lastNotice()).startsWith("Your unsaved changes are back.");
    again.load();
    desk.tasks.settle();
    assertThat(again.edits().draft().get()).isEqualTo(stored("requests"));
    again.close();
    assertThat(policy("requests").edits().changed().get()).isFalse();
  }

  @Test
  void whatIsWrittenWhileItIsSavedIsKeptAndSavedNext() {
    var model = policy("requests");
    model.edits().add();
    model.save();
    model.edits().remove(model.edits().rules().get().getFirst());
    var written = model.edits().draft().get();
    desk.tasks.settle();
    assertThat(model.edits().draft().get()).isEqualTo(written);
    assertThat(model.canSave().get()).isTrue();

    save(model);
    assertThat(stored("requests")).isEqualTo(written);
    assertThat(model.canSave().get()).as("nothing is left to save").isFalse();
  }

  @Test
  void aPolicyThatIsSavedAfterItsEditorWasClosedIsNotUnsaved() {
    var model = policy("requests");
    model.edits().add();
    model.save();
    model.close();
    desk.tasks.settle();

    assertThat(policy("requests").edits().changed().get()).isFalse();
    assertThat(desk.lastNotice()).isEqualTo("The policy of Requests holds now.");
  }

  @Test
  void whatWasWrittenBeforeASaveEndedAfterClosingIsBackTheNextTime() {
    var model = policy("requests");
    model.edits().add();
    model.save();
    model.edits().remove(model.edits().rules().get().getFirst());
    var written = model.edits().draft().get();
    model.close();
    desk.tasks.settle();

    var again = policy("requests");
    assertThat(again.edits().draft().get()).isEqualTo(written);
    assertThat(desk.lastNotice()).startsWith("Your unsaved changes are back.");
    save(again);
    assertThat(stored("requests")).isEqualTo(written);
  }

  @Test
  void aPolicyThatIsNotKnownIsNotSaved() {
    var model = policy("bridges");
    model.edits().add();
    assertThat(model.edits().changed().get()).isTrue();
    assertThat(model.canSave().get()).isFalse();
  }

  @Test
  void whatIsNotSavedNeverOverwritesWhatSomebodyElseSaved() {
    var mine = policy("requests");
    mine.edits().add();
    mine.close();
    var theirs = new PolicyModel(desk.session, "requests", desk.notices::add);
    desk.session.policies().clear();
    desk.tasks.settle();
    theirs.edits().remove(theirs.edits().rules().get().getFirst());
    save(theirs);
    mine.close();

    assertThat(policy("requests").edits().draft().get()).isEqualTo(stored("requests"));
    assertThat(desk.lastNotice()).startsWith("Somebody changed this policy in the meantime");
  }

  @Test
  void aDatasetThatIsUnknownIsSaidSo() {
    assertThat(policy("bridges").state().get()).isInstanceOf(ListState.Failed.class);
  }
}
