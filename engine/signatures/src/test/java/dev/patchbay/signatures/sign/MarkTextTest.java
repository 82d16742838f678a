package dev.patchbay.signatures.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.signatures.page.Typeface;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class MarkTextTest {
  @Test
  void whatTheFontLacksOfANameIsAQuestionMark() throws IOException {
    var text = new MarkText("Signed by {name}, {time}", "today", "Łucja 山田");

    try (var document = new PDDocument()) {
      assertThat(text.filled(Typeface.REGULAR.load(document)))
          .isEqualTo("Signed by Łucja ??, today");
    }
  }
}
