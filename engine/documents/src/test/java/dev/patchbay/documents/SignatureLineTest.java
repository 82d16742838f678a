package dev.patchbay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.documents.json.JsonData;
import dev.patchbay.documents.json.JsonProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Lines to sign on in Word. */
class SignatureLineTest {
  private static final String OFFICE = "urn:schemas-microsoft-com:office:office";

  @Test
  void knowsWhoIsToSign() throws Exception {
    var data =
        """
        {"s":{"$type":"SignatureLine","signer":"Ann & Bob","title":"Head","instructions":"Read."}}
        """;

    var parts = render("Signed: {{ s }}.", data);

    var line = line(Objects.requireNonNull(parts.get("word/document.xml")));
    assertThat(line.getAttributeNS(OFFICE, "suggestedsigner")).isEqualTo("Ann & Bob");
    assertThat(line.getAttributeNS(OFFICE, "suggestedsigner2")).isEqualTo("Head");
    assertThat(line.getAttributeNS(OFFICE, "signinginstructions")).isEqualTo("Read.");
    assertThat(line.getAttribute("issignatureline")).isEqualTo("t");
    assertThat(line.getAttribute("id")).matches("\\{[0-9a-f-]{36}}");
    assertThat(parts.keySet()).anyMatch(name -> name.matches("word/media/.*\\.png"));
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> render("{{ s }}", "{\"s\":{\"$type\":\"SignatureLine\"}}"))
        .isInstanceOf(JsonProblem.class)
        .hasMessage("s.signer must be a text");
  }

  private static Map<String, byte[]> render(String template, String json)
      throws IOException, JsonProblem {
    var none = new JsonData(name -> new byte[0], Map.of());
    var data = none.read(new JsonMapper().readTree(json));
    var rendition = TestDocument.render(TestDocument.of(template), data);
    var made = assertInstanceOf(Rendition.Made.class, rendition, rendition::toString);
    var parts = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(made.file()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static Element line(byte[] document) throws Exception {
    var xml = new String(document, StandardCharsets.UTF_8);
    assertThat(xml).contains("Signed: </w:t>");
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var lines =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(document))
            .getElementsByTagNameNS(OFFICE, "signatureline");
    assertThat(lines.getLength()).isEqualTo(1);
    return (Element) lines.item(0);
  }
}
