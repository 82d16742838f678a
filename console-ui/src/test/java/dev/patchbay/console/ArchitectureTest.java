package dev.patchbay.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.patchbay.testkit.HouseRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends HouseRules {
  private static final String CLIENT = "dev.patchbay.console.client..";
  private static final String VIEW_MODEL = "dev.patchbay.console.viewmodel..";
  private static final String VIEW = "dev.patchbay.console.view..";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void viewModelsKnowPropertiesAndNothingElseOfJavaFx() {
    check(
        noClasses()
            .that()
            .resideInAPackage(VIEW_MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javafx.scene..",
                "javafx.stage..",
                "javafx.application..",
                "javafx.animation..",
                "org.kordamp..",
                "atlantafx.."));
  }

  @Test
  void whoKnowsWhomGoesOneWay() {
    check(
        noClasses()
            .that()
            .resideInAPackage(CLIENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(VIEW_MODEL, VIEW));
    check(
        noClasses()
            .that()
            .resideInAPackage(VIEW_MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(VIEW));
  }

  @Test
  void roomsKnowNoneThatKnowsThem() {
    knowEachOtherOneWay("dev.patchbay.console.(**)");
  }

  @Test
  void viewsNeverCallTheHubThemselves() {
    check(
        noClasses()
            .that()
            .resideInAPackage(VIEW)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.client\\.(HubClient|Transport|EventStream|HubException)"));
  }

  @Test
  void onlyTheClientSpeaksHttp() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(CLIENT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http.."));
  }

  @Test
  void screensAreWrittenInJavaAndNotLoadedFromFxml() {
    check(noClasses().should().dependOnClassesThat().resideInAPackage("javafx.fxml.."));
  }

  @Test
  void everyModelOfAScreenLivesWithTheViewModels() {
    check(classes().that().haveSimpleNameEndingWith("Model").should().resideInAPackage(VIEW_MODEL));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
