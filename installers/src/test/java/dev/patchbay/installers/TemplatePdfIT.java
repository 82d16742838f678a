package dev.patchbay.installers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.template.TemplateTrial;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DocxFile;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trials of templates as PDF and as pictures, with the process that makes them. */
@ExtendWith(SharedHub.class)
class TemplatePdfIT {
  private static final TemplateTrial DATA = new TemplateTrial(null, Map.of("name", "Ada"));

  private final ApiCaller admin;

  TemplatePdfIT(TestHub hub) {
    this.admin = hub.admin();
  }

  @Test
  void aTrialIsAPdfOrThePictureOfAPage() throws IOException {
    var template = DocxFile.inFont("No Such Font", "Dear {{ name }}");
    var kept = upload("paper", template);
    var pdf = trial("paper", "as=pdf");
    var picture = trial("paper", "as=png&width=200");

    assertThat(kept.status()).as(kept::toString).isEqualTo(201);
    assertThat(kept.header("Document-Missing-Fonts")).hasValue("No%20Such%20Font");
    assertThat(pdf.status()).as(pdf::toString).isEqualTo(200);
    assertThat(pdf.body()).startsWith('%', 'P', 'D', 'F');
    assertThat(pdf.header("Document-Pages")).hasValue("1");
    assertThat(pdf.header("Document-Missing-Fonts").orElseThrow()).contains("No%20Such%20Font");
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(200);
  }

  @Test
  void aTrialOfHtmlLikewise() throws IOException {
    var html = "<style>p { font-family: Arial }</style><p>Dear {{ name }}";
    assertThat(upload("page", html.getBytes(UTF_8)).status()).isEqualTo(201);

    var pdf = trial("page", "as=pdf");
    var picture = trial("page", "as=png&width=200");

    assertThat(pdf.body()).startsWith('%', 'P', 'D', 'F');
    assertThat(pdf.header("Document-Converter")).hasValue("openhtmltopdf");
    assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(200);
  }

  private Reply trial(String name, String query) {
    return admin.post("/templates/" + name + "/versions/1/trial?" + query, DATA);
  }

  private Reply upload(String name, byte[] file) {
    return admin.send(
        admin
            .request("/templates/" + name + "/versions")
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(file)));
  }
}
