package dev.patchbay.server.dataset;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.patchbay.core.dataset.VeiledDataset;
import dev.patchbay.core.dataset.VeiledRequests;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.readmodel.RequestModel;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and counts of the read model reach the server through a veil and in no other way. */
class ReadThroughAVeilTest {
  private static final Set<String> READING = Set.of("page", "each", "summary");
  private static final ArchRule RULE =
      noClasses()
          .should()
          .callMethodWhere(
              describe("it reads the model with nothing hidden", ReadThroughAVeilTest::isReading));

  private static boolean isReading(JavaMethodCall call) {
    var owner = call.getTargetOwner();
    return (owner.isEquivalentTo(RequestModel.class) || owner.isEquivalentTo(DatasetModel.class))
        && READING.contains(call.getTarget().getName());
  }

  @Test
  void nothingOfTheServerReadsTheModelItself() {
    var server = new ClassFileImporter().importPath(Path.of("target", "classes"));
    assertThat(server).isNotEmpty();
    RULE.check(server);
  }

  @ParameterizedTest
  @ValueSource(classes = {VeiledRequests.class, VeiledDataset.class})
  void whoeverDoesIsFound(Class<?> reads) {
    var reader = new ClassFileImporter().importClasses(reads);
    assertThat(RULE.evaluate(reader).hasViolation()).isTrue();
  }
}
