package dev.patchbay.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the house, run over the production classes of one module. Each module has the line
 * {@code class ArchitectureTest extends HouseRules {}} in its tests.
 */
public abstract class HouseRules {

  /** All rules: which room may know which, and how code is written. */
  public static List<HouseRule> all() {
    return Stream.concat(ModuleDirections.all().stream(), CodeHabits.all().stream()).toList();
  }

  @TestFactory
  final Stream<DynamicTest> obeysTheHouseRules() {
    var classes = classes();
    Assertions.assertFalse(classes.isEmpty(), "No classes to check: compile the module first");
    return all().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> rule.check(classes)));
  }

  /**
   * Refuses rooms that know each other, directly or by others.
   *
   * @param rooms packages that are looked at, with brackets around what tells one from another:
   *     {@code dev.patchbay.core.(**)}
   */
  protected static void knowEachOtherOneWay(String rooms) {
    SlicesRuleDefinition.slices().matching(rooms).should().beFreeOfCycles().check(classes());
  }

  private static JavaClasses classes() {
    return new ClassFileImporter().importPath(Path.of("target", "classes"));
  }
}
