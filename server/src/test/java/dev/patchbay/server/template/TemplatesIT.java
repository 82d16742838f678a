package dev.patchbay.server.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.Problem;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.event.StoredEvent;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.template.TemplateCheck;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateDiff;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.model.template.TemplateTrial;
import dev.patchbay.model.template.TemplateVariable;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DocxFile;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.docx.DocxDump;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a template over the API. The server of this JVM has no PDF. */
@ExtendWith(SharedHub.class)
class TemplatesIT {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final ApiCaller admin;
  private final TestHub hub;

  TemplatesIT(TestHub hub) {
    this.hub = hub;
    this.admin = hub.admin();
  }

  @Test
  void aTemplateGoesFromVersionToVersionAndBack() {
    var first = DocxFile.of("{{ title }}", "{{ address }}");
    var one = upload("life?contract=request.created&note=first", null, first);
    var detail = one.as(201, TemplateDetail.class);
    assertThat(one.tag()).isEqualTo("\"1\"");
    assertThat(detail.template().contract()).isEqualTo("request.created");
    assertThat(detail.versions().getFirst())
        .extracting(TemplateVersionView::note, version -> version.variables().getFirst())
        .containsExactly(
            "first", new TemplateVariable("address", "the document, paragraph 2", "{{ address }}"));

    assertThat(upload("life", null, DocxFile.of("new")).status()).isEqualTo(428);
    assertThat(upload("life", "\"7\"", DocxFile.of("new")).status()).isEqualTo(412);
    upload("life", "\"1\"", DocxFile.of("{{ title }}", "{{ zip }}")).as(201, TemplateDetail.class);
    var again = upload("life", "\"2\"", first).as(200, TemplateDetail.class);
    assertThat(again.versions()).hasSize(2);
    assertThat(again.template())
        .extracting(TemplateView::active, TemplateView::version)
        .containsExactly(1, 2L);

    assertThat(admin.get("/templates/life/diff?from=1&to=2").as(200, TemplateDiff.class))
        .isEqualTo(
            new TemplateDiff(1, 2, List.of("zip"), List.of("address"), List.of(), List.of()));
    assertThat(admin.get("/templates/life/diff?from=1&to=9").problem(404).detail())
        .isEqualTo("There is no version 1 or 9 of template 'life'.");
    assertThat(activate("life", 2, "\"2\"").template().active()).isEqualTo(2);
    assertThat(activate("life", 1, "\"3\"").template().active()).isOne();
    assertThat(admin.get("/templates/life/versions/1/content").body()).isEqualTo(first);
    assertThat(admin.get("/templates").page(TemplateView.class).items())
        .contains(admin.get("/templates/life").as(200, TemplateDetail.class).template());
    assertThat(admin.delete("/templates/life", "\"4\"").status()).isEqualTo(204);
    assertThat(admin.get("/templates/life").status()).isEqualTo(404);
  }

  @Test
  void aCheckNamesAllThatIsWrongAndKeepsNothing() {
    var file = DocxFile.of("{{ titel }}{{ address.city }}", "{{ x|rond }}", "{% if x %}");

    var check =
        upload("checked?check=true&contract=request.created", null, file)
            .as(200, TemplateCheck.class);

    assertThat(check.problems())
        .extracting(problem -> problem.where() + ": " + problem.what())
        .containsExactlyInAnyOrder(
            "the document, paragraph 2: there is no filter “rond”",
            "the document, paragraph 3: the tag is opened here and never closed");
    assertThat(check.unknown())
        .extracting(TemplateVariable::path)
        .containsExactly("address.city", "titel", "x");
    assertThat(check.fonts()).containsExactly("Arimo");
    assertThat(check.missingFonts()).isNull();
    assertThat(admin.get("/templates/checked").status()).isEqualTo(404);
    assertThat(upload("checked?contract=request.created", null, file).problem(400).errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("template", "template", "address.city", "titel", "x");
  }

  @Test
  void whatAContractDoesNotKnowTakesLeave() {
    var file = DocxFile.of("{{ titel }} {{ event.key }}");

    assertThat(upload("typo?contract=request.created", null, file).faults(400))
        .containsExactly("titel");
    assertThat(upload("typo?contract=no.such.type", null, file).faults(400))
        .containsExactly("contract");
    var kept =
        upload("typo?contract=request.created&allow=unknown-variables", null, file)
            .as(201, TemplateDetail.class);
    assertThat(kept.unknown()).extracting(TemplateVariable::path).containsExactly("titel");
  }

  @Test
  void whatIsNoTemplateOrReachesOutIsRefused() {
    var remote = DocxFile.reachingOut("attachedTemplate", "http://evil.example/t.dotm", "x");

    assertThat(upload("bad", null, remote).problem(400).detail())
        .contains("a template that lies elsewhere, http://evil.example/t.dotm");
    assertThat(admin.post("/templates/bad/versions", "text/plain", "x").status()).isEqualTo(415);
    assertThat(upload("bad", null, new byte[10]).problem(400).detail())
        .contains("no Word document");
    assertThat(admin.get("/templates/bad").status()).isEqualTo(404);
  }

  @Test
  void aFileThatIsTooLargeIsRefusedByName() {
    var large = new byte[(10 << 20) + 1];

    assertThat(upload("large", null, large).problem(413).detail()).contains("10485760");
    var streamed = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    assertThat(upload("large", null, streamed).problem(413).detail()).contains("10 MB");
  }

  @Test
  void isTriedOnAStoredEventByWhoMayReadEvents(Workplace work) {
    var name = work.name();
    upload(name, null, DocxFile.of("{{ title }} {{ event.type }} {{ event.key }} {{ nothing }}"))
        .as(201, TemplateDetail.class);
    work.post(List.of(work.event("t-1", "Pot <hole>")));
    var event =
        admin.get("/events?limit=200").page(StoredEvent.class).items().stream()
            .filter(stored -> work.source().equals(stored.envelope().get("source")))
            .findFirst()
            .orElseThrow();
    var viewer = hub.as(Role.VIEWER);
    var trial = "/templates/" + name + "/versions/1/trial";

    var made = viewer.post(trial, new TemplateTrial(event.event(), null));

    assertThat(made.status()).as(made::toString).isEqualTo(200);
    assertThat(made.header("Content-Type")).contains(DOCX);
    assertThat(DocxDump.text(made.body())).contains("P[] Pot <hole> request.created t-1 ");
    assertThat(viewer.post(trial, new TemplateTrial("none", null)).faults(400))
        .containsExactly("/event");
    assertThat(viewer.post(trial, new TemplateTrial(null, null)).faults(400))
        .containsExactly("/event");
    assertThat(viewer.post(trial + "?page=1", new TemplateTrial(null, Map.of())).faults(400))
        .containsExactly("page");
    assertThat(
            viewer
                .post("/templates/" + name + "/versions/2/trial", new TemplateTrial(null, Map.of()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void whereThereIsNoPdfItSaysSo() {
    upload("paper", null, DocxFile.of("{{ a.b }}")).as(201, TemplateDetail.class);
    var trial = "/templates/paper/versions/1/trial";
    var data = new TemplateTrial(null, Map.of("a", Map.of("b", "c")));

    for (var form : List.of("pdf", "png")) {
      Problem problem = admin.post(trial + "?as=" + form, data).problem(409);
      assertThat(problem.detail()).startsWith("PDF is not part of this installation");
    }
    assertThat(admin.post(trial, new TemplateTrial(null, Map.of())).problem(400).detail())
        .contains("In the document, paragraph 1: {{ a.b }}");
  }

  @Test
  void aTemplateOfHtmlHasTheSameLife() {
    var html = "<title>{{ title }}</title>\n<p class=\"{{ status }}\">{{ title }}".getBytes(UTF_8);
    var kept = upload("page?contract=request.created", null, html).as(201, TemplateDetail.class);
    assertThat(kept.template().kind()).isEqualTo(TemplateKind.HTML);
    assertThat(kept.versions().getFirst().variables())
        .containsExactly(
            new TemplateVariable("status", "line 2, column 11", "{{ status }}"),
            new TemplateVariable("title", "line 1, column 8", "{{ title }}"));

    var file = admin.get("/templates/page/versions/1/content");
    assertThat(file.body()).isEqualTo(html);
    assertThat(file.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("attachment");

    var trial = "/templates/page/versions/1/trial";
    var data = new TemplateTrial(null, Map.of("title", "<b>", "status", "\">"));
    assertThat(new String(admin.post(trial, data).body(), UTF_8))
        .isEqualTo("\uFEFF<title>&lt;b&gt;</title>\n<p class=\"&#34;&gt;\">&lt;b&gt;");
    assertThat(admin.post(trial + "?as=docx", data).faults(400)).containsExactly("as");

    var check = upload("page?check=true", null, DocxFile.of("x")).as(200, TemplateCheck.class);
    assertThat(check.problems())
        .extracting(TemplateProblem::what)
        .containsExactly("the versions of this template are HTML, and this file is not");
    var export =
        new ExportDraft("requests", ExportFormat.DOCX, null, "id", List.of(), "Pages", null)
            .as(ExportFormat.DOCX, new DocumentOrder("page", null, DocumentOrder.Each.ROW));
    assertThat(admin.post("/exports", export).faults(400)).contains("/format");
    var faulty = "<p>\n<img src='a.png'>{{ title|rond }}".getBytes(UTF_8);
    assertThat(upload("page", "\"1\"", faulty).problem(400).errors())
        .extracting(FieldError::message)
        .satisfiesExactly(
            one -> assertThat(one).startsWith("In line 2, column 1: “a.png” lies elsewhere"),
            two -> assertThat(two).startsWith("In line 2, column 18: {{ title|rond }}"));
  }

  private TemplateDetail activate(String name, int number, String ifMatch) {
    var path = "/templates/" + name + "/versions/" + number + "/activate";
    return admin
        .send(admin.with("POST", path, "application/json", "").header("If-Match", ifMatch))
        .as(200, TemplateDetail.class);
  }

  private Reply upload(String name, @Nullable String ifMatch, byte[] file) {
    return upload(name, ifMatch, BodyPublishers.ofByteArray(file));
  }

  /** A name, and what is asked with it. */
  private Reply upload(String call, @Nullable String ifMatch, BodyPublisher file) {
    int query = call.contains("?") ? call.indexOf('?') : call.length();
    var path = "/templates/" + call.substring(0, query) + "/versions" + call.substring(query);
    var request = admin.request(path).header("Content-Type", DOCX).POST(file);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return admin.send(request);
  }
}
