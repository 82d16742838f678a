package dev.patchbay.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** Which room may know which: the directions of the module graph, checked by package. */
final class ModuleDirections {
  private static final String HOUSE = "dev.patchbay..";
  private static final String MODEL = "dev.patchbay.model..";
  private static final String SPI = "dev.patchbay.spi..";
  private static final String CORE = "dev.patchbay.core..";
  private static final String STORE = "dev.patchbay.store..";
  private static final String POSTGRES = "dev.patchbay.postgres..";
  private static final String CONNECTORS = "dev.patchbay.connectors..";
  private static final String CONNECTOR_PREFIX = "dev.patchbay.connectors.";
  private static final String GOOGLE = "dev.patchbay.google..";
  private static final String INTAKES = "dev.patchbay.intakes..";
  private static final String INTAKE_PREFIX = "dev.patchbay.intakes.";
  private static final String SERVICES = "dev.patchbay.services..";
  private static final String SERVICE_PREFIX = "dev.patchbay.services.";
  private static final String SCHEDULER = "dev.patchbay.scheduler..";
  private static final String CACHES = "dev.patchbay.cache..";
  private static final String BROKERS = "dev.patchbay.brokers..";
  private static final String SANDBOX = "dev.patchbay.sandbox..";
  private static final String SPREADSHEETS = "dev.patchbay.spreadsheets..";
  private static final String WORKBOOKS = "dev.patchbay.spreadsheets.templates..";
  private static final String DOCUMENTS = "dev.patchbay.documents..";
  private static final String PDF = "dev.patchbay.pdf..";
  private static final String SIGNATURES = "dev.patchbay.signatures..";
  private static final String SERVER = "dev.patchbay.server..";
  private static final String CONSOLE = "dev.patchbay.console..";
  private static final String TESTKIT = "dev.patchbay.testkit..";

  private ModuleDirections() {}

  static List<HouseRule> all() {
    return List.of(
        HouseRule.of(
            "shared-model knows the JDK, Jackson's annotations and JSpecify only",
            onlyKnows(MODEL, "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..")),
        HouseRule.of(
            "connector-spi knows the JDK and JSpecify only",
            onlyKnows(SPI, "java..", "javax.net..", "org.jspecify..")),
        HouseRule.of("core knows the model and the SPI only", onlyNeighbours(CORE, MODEL, SPI)),
        HouseRule.of(
            "core knows no technology of storing, serving, scheduling or formatting", coreIsPure()),
        HouseRule.of(
            "store-postgres knows core, the model and the SPI only",
            onlyNeighbours(STORE, CORE, MODEL, SPI)),
        HouseRule.of("embedded-postgres knows no other room", onlyNeighbours(POSTGRES)),
        HouseRule.of("the Google client knows the SPI only", onlyNeighbours(GOOGLE, SPI)),
        HouseRule.of(
            "connectors know the SPI and the Google client only",
            onlyNeighbours(CONNECTORS, SPI, GOOGLE)),
        HouseRule.of("connectors do not know each other", strangers(CONNECTORS, CONNECTOR_PREFIX)),
        HouseRule.of("intakes know the SPI only", onlyNeighbours(INTAKES, SPI)),
        HouseRule.of("intakes do not know each other", strangers(INTAKES, INTAKE_PREFIX)),
        HouseRule.of("services know the SPI only", onlyNeighbours(SERVICES, SPI)),
        HouseRule.of("services do not know each other", strangers(SERVICES, SERVICE_PREFIX)),
        HouseRule.of(
            "caches know core, the model and the SPI only",
            onlyNeighbours(CACHES, CORE, MODEL, SPI)),
        HouseRule.of(
            "the scheduler knows core and the model only", onlyNeighbours(SCHEDULER, CORE, MODEL)),
        HouseRule.of("the brokers know no other room", onlyNeighbours(BROKERS)),
        HouseRule.of("no product code knows the brokers", onlyTestsKnow(BROKERS)),
        HouseRule.of("the sandbox knows no other room", onlyNeighbours(SANDBOX)),
        HouseRule.of("spreadsheets know no other room", onlyNeighbours(SPREADSHEETS)),
        HouseRule.of(
            "no product code knows templates of workbooks, which have a process of their own",
            onlyTestsKnow(WORKBOOKS)),
        HouseRule.of("documents know no other room", onlyNeighbours(DOCUMENTS)),
        HouseRule.of("PDF knows no other room", onlyNeighbours(PDF)),
        HouseRule.of(
            "no product code knows PDF, which has a process of its own", onlyTestsKnow(PDF)),
        HouseRule.of("signatures know the model only", onlyNeighbours(SIGNATURES, MODEL)),
        HouseRule.of(
            "no product code knows signatures, which have a process of their own",
            onlyTestsKnow(SIGNATURES)),
        HouseRule.of("the server does not know the console", serverHasNoConsole()),
        HouseRule.of("the console knows the model only", onlyNeighbours(CONSOLE, MODEL)),
        HouseRule.of("view models know no scene graph", viewModelsAreHeadless()),
        HouseRule.of("console clients know no JavaFX", clientsAreHeadless()),
        HouseRule.of("no product code knows the testkit", onlyTestsKnow(TESTKIT)));
  }

  private static ArchRule onlyKnows(String room, String... others) {
    return classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(with(room, others));
  }

  /** Of the house, only these rooms; libraries are another question. */
  private static ArchRule onlyNeighbours(String room, String... neighbours) {
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(HOUSE).and(resideOutsideOfPackages(with(room, neighbours))));
  }

  private static ArchRule coreIsPure() {
    return noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hibernate..",
            "jakarta.persistence..",
            "jakarta.ws.rs..",
            "org.glassfish.jersey..",
            "org.apache.kafka..",
            "org.quartz..",
            "org.apache.poi..",
            "org.postgresql..",
            "java.sql..",
            "javax.sql..");
  }

  private static ArchRule strangers(String rooms, String prefix) {
    return classes()
        .that()
        .resideInAPackage(rooms)
        .should(
            new ArchCondition<>("not depend on another of its kind") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> isStranger(type, use.getTargetClass(), prefix))
                    .map(use -> SimpleConditionEvent.violated(use, use.getDescription()))
                    .forEach(events::add);
              }
            });
  }

  private static boolean isStranger(JavaClass type, JavaClass other, String prefix) {
    return other.getPackageName().startsWith(prefix)
        && !roomOf(type, prefix).equals(roomOf(other, prefix));
  }

  private static String roomOf(JavaClass type, String prefix) {
    return type.getPackageName().substring(prefix.length()).split("\\.", 2)[0];
  }

  private static ArchRule serverHasNoConsole() {
    return noClasses()
        .that()
        .resideInAPackage(SERVER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CONSOLE, "javafx..");
  }

  private static ArchRule viewModelsAreHeadless() {
    return noClasses()
        .that()
        .resideInAPackage("dev.patchbay.console..viewmodel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx.scene..");
  }

  private static ArchRule clientsAreHeadless() {
    return noClasses()
        .that()
        .resideInAPackage("dev.patchbay.console..client..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx..");
  }

  private static ArchRule onlyTestsKnow(String room) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room);
  }

  private static String[] with(String room, String... others) {
    return Stream.concat(Stream.of(room), Stream.of(others)).toArray(String[]::new);
  }
}
