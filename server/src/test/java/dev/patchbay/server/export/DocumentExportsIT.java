package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.DocumentOrder.Each;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DocxFile;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.docx.DocxDump;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code /exports} whose rows become documents. */
@ExtendWith(FilledReadModel.Shared.class)
class DocumentExportsIT {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final FilledReadModel model;
  private final ApiCaller admin;
  private final ApiCaller viewer;
  private final String name = "letter-" + UUID.randomUUID();
  @TempDir private Path folder;

  DocumentExportsIT(FilledReadModel model) {
    this.model = model;
    this.admin = model.hub().admin();
    this.viewer = model.viewer();
  }

  @BeforeEach
  void upload() {
    template(name, "{{ id }}: {{ title }} of {{ run.name }}");
  }

  private void template(String called, String... paragraphs) {
    var request =
        admin
            .request("/templates/" + called + "/versions")
            .header("Content-Type", DOCX)
            .POST(BodyPublishers.ofByteArray(DocxFile.of(paragraphs)));
    admin.send(request).as(201, TemplateDetail.class);
  }

  private static ExportDraft draft(ExportFormat format) {
    return new ExportDraft("requests", format, null, "id", List.of(), "Letters", null);
  }

  private static ExportDraft draft(String template, Each each) {
    var order = new DocumentOrder(template, null, each);
    return draft(ExportFormat.DOCX).as(ExportFormat.DOCX, order);
  }

  private RunView ended(ExportDraft draft) {
    var asked = viewer.post("/exports", draft).as(202, RunView.class);
    return Eventually.soon()
        .get(
            "the end of the run",
            () ->
                Optional.of(viewer.get("/exports/" + asked.id()).as(200, RunView.class))
                    .filter(run -> run.endedAt() != null));
  }

  private byte[] fetch(RunView run) {
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    return viewer.get("/exports/" + run.id() + "/file").body();
  }

  private static SortedMap<String, byte[]> unpacked(byte[] file) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  /** By id, as the rows come. */
  private List<JsonNode> requests() {
    return model.requests().stream()
        .sorted((one, other) -> one.path("id").asText().compareTo(other.path("id").asText()))
        .toList();
  }

  @Test
  void eachRowBecomesADocumentAndAllOfThemOneFile() throws IOException {
    var store = "store-" + name;
    var connector =
        new ConnectorDraft(store, "local", Map.of("directory", folder.toString()), Map.of(), true);
    admin.post("/connectors", connector).as(201, ConnectorView.class);
    var place = new StorePlace(store, "{name}.zip", OverwritePolicy.REFUSE);

    var run = ended(draft(name, Each.ROW).to(place));

    var file = fetch(run);
    var letters = unpacked(file);
    var requests = requests();
    assertThat(run.rows()).isEqualTo(requests.size());
    assertThat(Objects.requireNonNull(run.file()).name()).isEqualTo("Letters.zip");
    assertThat(letters).hasSize(requests.size());
    var first = requests.getFirst();
    assertThat(letters.firstKey()).isEqualTo("001-" + first.path("id").asText() + ".docx");
    assertThat(DocxDump.text(letters.sequencedValues().getFirst()))
        .contains(
            "P[] %s: %s of Letters"
                .formatted(first.path("id").asText(), first.path("title").asText()));
    assertThat(Files.readAllBytes(folder.resolve("Letters.zip"))).isEqualTo(file);
  }

  @Test
  void allRowsBecomeOneDocument() {
    var all = "all-" + name;
    template(all, "{% for row in rows %}{{ row.id }};{% endfor %}{{ rows|length }}");

    var run = ended(draft(all, Each.RUN));

    var ids = new StringBuilder();
    requests().forEach(request -> ids.append(request.path("id").asText()).append(';'));
    assertThat(DocxDump.text(fetch(run))).contains("P[] " + ids + requests().size());
    assertThat(Objects.requireNonNull(run.file()).name()).isEqualTo("Letters.docx");
  }

  @Test
  void aRowThatDoesNotFitIsNamedWithTagAndPlace() {
    var wrong = "wrong-" + name;
    template(wrong, "{{ id }}", "{{ title.zip.code }}");

    var run = ended(draft(wrong, Each.ROW));

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(String.valueOf(run.reason()))
        .startsWith("Row 1 (" + requests().getFirst().path("id").asText() + "): In the document")
        .contains("paragraph 2: {{ title.zip.code }}");
  }

  @Test
  void whatIsWrongIsNamedByField() {
    assertThat(viewer.post("/exports", draft(ExportFormat.PDF)).faults(400))
        .containsExactly("/document");
    var order = new DocumentOrder(name, 7, Each.ROW);
    assertThat(
            viewer
                .post("/exports", draft(ExportFormat.CSV).as(ExportFormat.CSV, order))
                .faults(400))
        .containsExactly("/format", "/document/version");
    assertThat(viewer.post("/exports", draft("no-such-template", Each.ROW)).faults(400))
        .containsExactly("/document/template");
  }
}
