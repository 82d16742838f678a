package dev.patchbay.documents.rich;

import dev.patchbay.documents.jinja.value.Markup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/**
 * A line on which somebody is to sign in Word ([MS-OI29500], signatureline): a picture of a line
 * that knows who. Word asks for the signature when it is clicked on. All texts but the first may be
 * empty.
 *
 * @param signer who is to sign
 * @param title what he is
 * @param email where he is reached
 * @param instructions what he is told before he signs; Word has its own if empty
 */
public record SignatureLine(String signer, String title, String email, String instructions)
    implements RichValue {
  @SuppressWarnings("InlineFormatString") // too long to stand in a method
  private static final String SHAPE =
      """
      </w:t></w:r><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" \
      xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
      id="signature-%1$s" alt="Signature line: %2$s" style="width:192pt;height:72pt">\
      <v:imagedata r:id="%6$s" o:title=""/>\
      <o:lock v:ext="edit" ungrouping="t" rotation="t" cropping="t" verticies="t" text="t" \
      grouping="t"/>\
      <o:signatureline v:ext="edit" id="{%1$s}" provid="{00000000-0000-0000-0000-000000000000}" \
      o:suggestedsigner="%2$s" o:suggestedsigner2="%3$s" o:suggestedsigneremail="%4$s" \
      o:signinginstructionsset="%7$s" o:signinginstructions="%5$s" allowcomments="t" \
      issignatureline="t"/></v:shape></w:pict></w:r><w:r><w:t xml:space="preserve">""";

  @Override
  public String markup(Surroundings part) {
    return SHAPE.formatted(
        id(),
        Markup.escape(signer),
        Markup.escape(title),
        Markup.escape(email),
        Markup.escape(instructions),
        part.picture(line()),
        instructions.isEmpty() ? "f" : "t");
  }

  /** The same for the same line, so that a document does not differ each time it is made. */
  private String id() {
    var all = String.join("\n", signer, title, email, instructions);
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Picture line() {
    try (var file = SignatureLine.class.getResourceAsStream("signature-line.png")) {
      return Picture.of(Objects.requireNonNull(file, "signature-line.png").readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("the picture of the line cannot be read", broken);
    }
  }
}
