package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.DocumentsClient.Filter;
import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.TemplatesClient;
import dev.patchbay.console.client.TemplatesClient.Form;
import dev.patchbay.console.client.TemplatesClient.Upload;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.template.TemplateDiff;
import dev.patchbay.model.template.TemplateTrial;
import dev.patchbay.model.template.TemplateVariable;
import dev.patchbay.server.rig.DocxFile;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the screen of templates asks of the hub. */
@ExtendWith(SharedHub.class)
class ClientTemplatesIT {
  private static final String CONTRACT = "request.created";

  @TempDir private Path folder;

  private final Visitor admin;
  private final TemplatesClient client;

  ClientTemplatesIT(TestHub hub) {
    this.admin = Visitor.as(Role.ADMIN, hub);
    this.client = admin.client().templates();
  }

  @AfterEach
  void close() {
    admin.close();
  }

  private Path file(String... paragraphs) throws IOException {
    return Files.write(folder.resolve("letter.docx"), DocxFile.of(paragraphs));
  }

  private static Upload upload(String name, boolean allowUnknown) {
    return new Upload(name, CONTRACT, "as the mayor wants it", false, allowUnknown);
  }

  @Test
  void aFileIsLookedOverKeptComparedAndRolledBack()
      throws HubException, InterruptedException, IOException {
    var faulty = client.check("letter", CONTRACT, file("{{ title|uper }}", "{{ tittle }}"));
    assertThat(faulty.problems()).hasSize(1);
    assertThat(faulty.problems().getFirst().tag()).isEqualTo("{{ title|uper }}");
    assertThat(faulty.unknown()).extracting(TemplateVariable::path).containsExactly("tittle");
    assertThat(client.check("letter", "", file("{{ tittle }}")).unknown()).isEmpty();

    var letter = file("{{ title }}");
    var made = client.upload(upload("letter", false), letter, null).template();
    assertThat(Visitor.failureOf(() -> client.upload(upload("letter", true), letter, null)))
        .as("somebody has made it")
        .isInstanceOf(Failure.Refused.class);
    var strange = file("{{ tittle }}");
    var refused =
        Visitor.failureOf(() -> client.upload(upload("letter", false), strange, made.version()));
    assertThat(((Failure.Refused) refused).problem().errors()).hasSize(1);
    var second = client.upload(upload("letter", true), strange, made.version());
    assertThat(second.template().active()).isEqualTo(1);
    assertThat(client.diff("letter", 1, 2))
        .isEqualTo(
            new TemplateDiff(1, 2, List.of("tittle"), List.of("title"), List.of(), List.of()));

    var used = client.activate("letter", 2, second.template().version());
    assertThat(used.unknown()).extracting(TemplateVariable::path).containsExactly("tittle");
    assertThat(Visitor.failureOf(() -> client.activate("letter", 1, second.template().version())))
        .isInstanceOf(Failure.Stale.class);
    assertThat(admin.whole("/templates/letter", () -> client.one("letter"))).isEqualTo(used);
    assertThat(admin.whole("/templates", client::all).items()).contains(used.template());
    assertThat(client.save("letter", 2, folder.resolve("again.docx")))
        .hasSameBinaryContentAs(strange);

    assertThat(Visitor.failureOf(() -> delete("letter", made.version())))
        .isInstanceOf(Failure.Stale.class);
    client.delete("letter", used.template().version());
    assertThat(Visitor.failureOf(() -> client.one("letter"))).isInstanceOf(Failure.Refused.class);
  }

  private boolean delete(String name, long version) throws HubException, InterruptedException {
    client.delete(name, version);
    return true;
  }

  @Test
  void documentsAreAskedForByAllThatTheHubKnows() throws HubException, InterruptedException {
    var documents = admin.client().documents();
    var none = new Filter(DocumentStatus.ARCHIVED, "nothing", "nothing", "nothing");
    assertThat(documents.page(none, null, 50).items()).isEmpty();
    assertThat(Visitor.failureOf(() -> documents.one("nothing")))
        .isInstanceOf(Failure.Refused.class);
  }

  @Test
  void aVersionIsTriedAsPagesAndAsFiles() throws HubException, InterruptedException, IOException {
    var file =
        Files.write(
            folder.resolve("paper.docx"), DocxFile.inFont("No Such Font", "Dear {{ name }}"));
    client.upload(new Upload("client paper", "", null, true, false), file, null);
    var trial = new TemplateTrial(null, Map.of("name", "Ada"));

    var page = client.page("client paper", 1, trial, 1, 300);
    assertThat(ImageIO.read(new ByteArrayInputStream(page.png())).getWidth()).isEqualTo(300);
    assertThat(page.pages()).isEqualTo(1);
    assertThat(page.converter()).isNotEmpty();
    assertThat(page.missingFonts()).contains("No Such Font");

    var docx = client.save("client paper", 1, trial, Form.DOCX, folder.resolve("made.docx"));
    assertThat(Files.readAllBytes(docx)).startsWith('P', 'K');
    var pdf = client.save("client paper", 1, trial, Form.PDF, folder.resolve("made.pdf"));
    assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
    var nobody = new TemplateTrial("none", null);
    var refused = Visitor.failureOf(() -> client.page("client paper", 1, nobody, 1, 300));
    assertThat(((Failure.Refused) refused).problem().errors().getFirst().field())
        .isEqualTo("/event");
  }
}
