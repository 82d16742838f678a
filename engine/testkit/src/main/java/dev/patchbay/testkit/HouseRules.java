package dev.patchbay.testkit;

import com.tngtech.archunit.core.importer.ClassFileImporter;
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
    var classes = new ClassFileImporter().importPath(Path.of("target", "classes"));
    Assertions.assertFalse(classes.isEmpty(), "No classes to check: compile the module first");
    return all().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> rule.check(classes)));
  }
}
