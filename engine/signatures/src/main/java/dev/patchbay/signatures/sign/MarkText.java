package dev.patchbay.signatures.sign;

import dev.patchbay.signatures.page.Typeface;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * What a visible signature says.
 *
 * @param pattern with {@code {name}} and {@code {time}}; may be empty
 * @param time of the signature
 * @param name of the signer, as the certificate has it
 */
record MarkText(String pattern, String time, String name) {
  boolean isEmpty() {
    return pattern.isEmpty();
  }

  /**
   * All of it. The name is that of a certificate, which nobody can mend: what the font lacks of it
   * becomes {@code ?}. Whole it is in the signature itself.
   */
  String filled(PDFont font) {
    return pattern.replace("{time}", time).replace("{name}", Typeface.drawable(font, name));
  }
}
