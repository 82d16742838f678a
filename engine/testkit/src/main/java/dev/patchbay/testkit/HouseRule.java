package dev.patchbay.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/**
 * One rule of the house.
 *
 * @param name a sentence for people
 * @param rule what is checked; a module that has nothing to check obeys
 */
public record HouseRule(String name, ArchRule rule) {

  static HouseRule of(String name, ArchRule rule) {
    return new HouseRule(name, rule.as(name).allowEmptyShould(true));
  }

  /** Fails with every violation, each with its class and line. */
  public void check(JavaClasses classes) {
    rule.check(classes);
  }

  /** Whether the classes break the rule. */
  boolean isBrokenBy(JavaClasses classes) {
    return rule.evaluate(classes).hasViolation();
  }

  @Override
  public String toString() {
    return name;
  }
}
