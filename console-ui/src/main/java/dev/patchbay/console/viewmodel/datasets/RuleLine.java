package dev.patchbay.console.viewmodel.datasets;

import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.route.PiiPolicy;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A rule of a policy as it is being written. */
public final class RuleLine {
  private final ObjectProperty<Who> who;
  private final ObjectProperty<What> what;
  private final ObjectProperty<PiiPolicy> show;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** Whom a rule is for: a role, a user, or everybody where both are null. */
  public record Who(@Nullable Role role, @Nullable String user) {
    private static final String SCHEDULE = "schedule:";

    static Who schedule(String name) {
      return new Who(null, SCHEDULE + name);
    }

    /** Whoever is looked at; a caller without a name stands for a role. */
    public static Who of(Caller caller) {
      return caller.user().isEmpty() ? new Who(caller.role(), null) : new Who(null, caller.user());
    }

    /** In words for a person. */
    public String words() {
      if (user != null) {
        return user.startsWith(SCHEDULE)
            ? text("policy.schedule", user.substring(SCHEDULE.length()))
            : text("policy.user", user);
      }
      return role == null ? text("policy.everybody") : word("roles", role);
    }
  }

  /** What a rule is about: all fields of a class, or one. */
  public record What(@Nullable PiiClass pii, @Nullable String field) {}

  RuleLine(PiiRule rule) {
    this.who = new SimpleObjectProperty<>(new Who(rule.role(), rule.user()));
    this.what = new SimpleObjectProperty<>(new What(rule.pii(), rule.field()));
    this.show = new SimpleObjectProperty<>(rule.show());
  }

  /** Whom it is for. */
  public ObjectProperty<Who> who() {
    return who;
  }

  /** What it is about. */
  public ObjectProperty<What> what() {
    return what;
  }

  /** How that is shown. */
  public ObjectProperty<PiiPolicy> show() {
    return show;
  }

  /** What the hub finds wrong with it, empty if nothing. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  void blame(String sentence) {
    problem.set(sentence);
  }

  PiiRule rule() {
    var whom = who.get();
    var about = what.get();
    return new PiiRule(whom.role(), whom.user(), about.pii(), about.field(), show.get());
  }
}
