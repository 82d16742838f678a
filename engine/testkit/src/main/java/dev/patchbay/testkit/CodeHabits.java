package dev.patchbay.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How code is written in every room. */
final class CodeHabits {
  /** Waiting is what these are for; everything else waits on a condition, a queue or a future. */
  private static final Set<String> SLEEPERS =
      Set.of("dev.patchbay.testkit.ProxiedConnection", "dev.patchbay.sandbox.Sleeper");

  /** The bench is here because it measures the floor: what bare PostgreSQL does on this machine. */
  private static final List<String> JDBC_ROOMS =
      List.of(
          "dev.patchbay.store..",
          "dev.patchbay.postgres..",
          "dev.patchbay.scheduler..",
          "dev.patchbay.server.bench..");

  private static final List<String> POI_ROOMS =
      List.of("dev.patchbay.spreadsheets.templates..", "dev.patchbay.spreadsheets.bench..");

  private CodeHabits() {}

  static List<HouseRule> all() {
    return List.of(
        HouseRule.of("one JSON library: no Jackson 3", nobodyKnows("tools.jackson..")),
        HouseRule.of("no name ends in Util, Helper, Manager or Impl", namesSaySomething()),
        HouseRule.of("no field injection", fieldsAreNotInjected()),
        HouseRule.of("every package is @NullMarked", packagesAreNullMarked()),
        HouseRule.of("only commands print to the console", onlyCommandsPrint()),
        HouseRule.of(
            "JDBC lives in the store, in embedded-postgres and with Quartz",
            onlyRoomsKnow(JDBC_ROOMS, "java.sql..", "javax.sql..")),
        HouseRule.of(
            "JPA lives in the store",
            onlyRoomsKnow(
                List.of("dev.patchbay.store.."), "jakarta.persistence..", "org.hibernate..")),
        HouseRule.of(
            "Apache POI, which is large, lives in the templates and in the bench",
            onlyRoomsKnow(POI_ROOMS, "org.apache.poi..", "org.openxmlformats..")),
        HouseRule.of(
            "what makes PDF files, which is larger, lives in a room of its own",
            onlyRoomsKnow(
                List.of("dev.patchbay.pdf.."),
                "org.docx4j..",
                "org.apache.fop..",
                "org.jodconverter..",
                "com.openhtmltopdf..")),
        HouseRule.of(
            "PDFBox lives in the two rooms of PDF files",
            onlyRoomsKnow(
                List.of("dev.patchbay.pdf..", "dev.patchbay.signatures.."), "org.apache.pdfbox..")),
        HouseRule.of(
            "what signs, which is large, lives in a room of its own",
            onlyRoomsKnow(
                List.of("dev.patchbay.signatures.."),
                "eu.europa.esig..",
                "org.bouncycastle..",
                "com.google.zxing..")),
        HouseRule.of(
            "the mail library lives in the e-mail connector",
            onlyRoomsKnow(
                List.of("dev.patchbay.connectors.email.."), "jakarta.mail..", "com.icegreen..")),
        HouseRule.of("logs go to SLF4J", nobodyKnows("java.util.logging..")),
        HouseRule.of("nobody sleeps", nobodySleeps()));
  }

  private static ArchRule nobodyKnows(String... packages) {
    return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
  }

  private static ArchRule onlyRoomsKnow(List<String> rooms, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  private static ArchRule namesSaySomething() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl");
  }

  private static ArchRule fieldsAreNotInjected() {
    return noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("javax.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .orShould()
        .beAnnotatedWith("jakarta.persistence.PersistenceContext")
        .orShould()
        .beAnnotatedWith("jakarta.ws.rs.core.Context")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");
  }

  private static ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            new ArchCondition<>("be in a @NullMarked package") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getPackageName() + " is not @NullMarked"));
                }
              }
            });
  }

  private static ArchRule onlyCommandsPrint() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.patchbay.server.command..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err");
  }

  private static ArchRule nobodySleeps() {
    return noClasses()
        .that(isNoSleeper())
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class, int.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .orShould()
        .callMethod(TimeUnit.class, "sleep", long.class);
  }

  private static DescribedPredicate<JavaClass> isNoSleeper() {
    return describe("are not made to sleep", type -> !SLEEPERS.contains(type.getName()));
  }
}
