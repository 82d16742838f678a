package dev.patchbay.pdf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What veraPDF says about a file that is to be PDF/A-2b. */
public final class ArchiveJudge {
  private ArchiveJudge() {}

  /** Rules that the file breaks. */
  public static List<String> complaints(Path pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    var foundry = Foundries.defaultInstance();
    try (var file = Files.newInputStream(pdf);
        var parser = foundry.createParser(file, PDFAFlavour.PDFA_2_B);
        var validator = foundry.createValidator(PDFAFlavour.PDFA_2_B, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
          .map(TestAssertion::getMessage)
          .distinct()
          .toList();
    }
  }
}
