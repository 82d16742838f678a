package dev.patchbay.server;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.patchbay.testkit.HouseRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends HouseRules {
  @Test
  void roomsKnowNoneThatKnowsThem() {
    slices()
        .matching("dev.patchbay.server.(**)")
        .should()
        .beFreeOfCycles()
        .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
  }
}
