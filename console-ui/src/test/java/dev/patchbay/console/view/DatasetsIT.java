package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.session.Profile;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.route.PiiPolicy;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Datasets: deciding who is shown what, with the effect in sight. */
class DatasetsIT extends AtHub {
  @BeforeEach
  void goThere() {
    driver.fire("#nav-datasets").waitToSay("10 fields, 7 tell of people");
  }

  private DatasetPolicyDraft stored(String dataset) {
    return Objects.requireNonNull(hub.datasets.policies.get(dataset)).policy();
  }

  @Test
  void aRuleIsAddedWithItsEffectInSightAndSaved() {
    driver.shootBoth("datasets").fire("#policy-requests").waitToSay("Pothole in front of");
    driver.waitToSay("64 digits").waitToSay("7***").shootBoth("policy");
    driver.choose("#seen-by", "Administrators");
    driver.waitFor("nothing hidden", () -> !driver.says("64 digits"));
    driver.choose("#seen-by", "User statistics").press(KeyCode.CONTROL, KeyCode.N);
    driver.choose("#who-4", "User statistics").choose("#what-4", "Field: Status");
    driver.choose("#show-4", "Drop").choose("#class-title", "Nothing");
    driver.waitFor("the effect", () -> driver.count("(left out)") == 2);
    driver.press(KeyCode.CONTROL, KeyCode.S).waitToSay("The policy of Requests holds now.");
    assertThat(stored("requests").rules())
        .endsWith(new PiiRule(null, "statistics", null, "status", PiiPolicy.DROP));
    assertThat(stored("requests").classes())
        .containsEntry("title", PiiClass.NONE)
        .containsEntry("channel", PiiClass.ID);
    driver.waitFor("nothing left to save", () -> !driver.enabled("#savePolicy"));
  }

  @Test
  void whatIsWrongStandsAtItsRule() {
    driver.fire("#policy-users").waitToSay("No rules: everything is shown");
    driver.fire("#add-rule").waitFor("a rule", () -> driver.has("#rule-0"));
    driver.fire("#add-rule").waitFor("a rule", () -> driver.has("#rule-1"));
    driver.fire("#savePolicy").waitToSay("is about the same as a rule before it");
    assertThat(driver.find("#rule-1 .problem", Labeled.class).isVisible()).isTrue();
    driver.shootBoth("policy-problem");
    driver.fire("#remove-rule-0").waitFor("one rule", () -> !driver.has("#rule-1"));
    driver.fire("#savePolicy").waitToSay("The policy of Users holds now.");
    assertThat(stored("users").rules()).hasSize(1);
  }

  @Test
  void whoMayNotDecideSeesWhatIsHidden() {
    hub.callerIs(Role.VIEWER);
    driver.fire("#leave").waitFor("the door", () -> driver.has("#api-key"));
    driver.logIn(hub, Profile.Environment.STAGING);
    driver.fire("#nav-datasets").waitToSay("6 fields are hidden from you");
    assertThat(driver.enabled("#policy-requests")).isFalse();
    driver.shootBoth("datasets-viewer");
  }
}
