package dev.patchbay.testkit;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The SPI cannot test itself with the testkit, which is built on it. */
class ConnectorSpiArchitectureTest {

  @TestFactory
  Stream<DynamicTest> obeysTheHouseRules() {
    var classes = new ClassFileImporter().importPackages("dev.patchbay.spi");
    Assertions.assertThat(classes).isNotEmpty();
    return HouseRules.all().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> rule.check(classes)));
  }
}
