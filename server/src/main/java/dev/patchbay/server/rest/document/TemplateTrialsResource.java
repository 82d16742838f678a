package dev.patchbay.server.rest.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.template.TemplateTrial;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.pdf.PdfAnswer;
import dev.patchbay.server.pdf.PdfConverter;
import dev.patchbay.server.pdf.PdfOrder;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.template.TemplateTrials;
import dev.patchbay.server.template.TemplateTrials.Outcome;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /templates/{name}/versions/{number}/trial}: a version filled in, to be looked at. Whoever
 * may read events may try templates on them; nothing is kept.
 */
@Path("templates/{name}/versions/{number}/trial")
@Produces(MediaType.WILDCARD)
public final class TemplateTrialsResource {
  private static final int MOST_PAGES = 10_000;
  private static final int WIDEST = 2_000;
  private static final Duration BUSY = Duration.ofSeconds(10);

  private final TemplateTrials trials;
  private final PdfConverter pdf;

  public TemplateTrialsResource(TemplateTrials trials, PdfConverter pdf) {
    this.trials = trials;
    this.pdf = pdf;
  }

  @POST
  @Allow(Role.VIEWER)
  public Response trial(
      @PathParam("name") String name,
      @PathParam("number") String number,
      @QueryParam("as") @Nullable String as,
      @QueryParam("page") @Nullable String page,
      @QueryParam("width") @Nullable String width,
      TemplateTrial trial) {
    var wanted = Optional.ofNullable(as).map(DocumentForm::of);
    var picture = picture(wanted, page, width);
    int version = Query.number("number", number, Integer.MAX_VALUE);
    var document = filled(name, version, data(trial));
    var form = wanted.orElseGet(() -> DocumentForm.of(document.kind()));
    var stem = name + "-" + version;
    return switch (form) {
      case DOCX, HTML, XLSX -> itself(form, stem, document);
      case PDF -> converted(form, stem, pdf.pdf(document));
      case PNG -> converted(form, stem, pdf.picture(document, picture));
    };
  }

  private static PdfOrder.Picture picture(
      Optional<DocumentForm> form, @Nullable String page, @Nullable String width) {
    if (form.filter(DocumentForm.PNG::equals).isEmpty() && (page != null || width != null)) {
      throw ProblemException.field(page == null ? "width" : "page", "goes with as=png");
    }
    return new PdfOrder.Picture(
        page == null ? 1 : Query.number("page", page, MOST_PAGES),
        width == null ? 0 : Query.number("width", width, WIDEST));
  }

  private ObjectNode data(TemplateTrial trial) {
    var event = trial.event();
    var data = trial.data();
    if ((event == null) == (data == null)) {
      throw ProblemException.field("/event", "or /data is required: one of them");
    }
    if (data != null) {
      return trials.dataOf(data);
    }
    return trials
        .dataOf(String.valueOf(event))
        .orElseThrow(() -> ProblemException.field("/event", "is the id of no stored event"));
  }

  private FilledDocument filled(String name, int version, ObjectNode data) {
    return switch (trials.fill(name, version, data)) {
      case Outcome.Made(var document) -> document;
      case Outcome.Failed(var problem) ->
          throw ProblemException.field("template", problem.message());
      case Outcome.Missing _ ->
          throw ProblemException.notFound(
              "There is no version %d of %s.".formatted(version, TemplatesResource.what(name)));
      case Outcome.Busy _ -> throw busy();
    };
  }

  private static ProblemException busy() {
    return ProblemException.unavailable(
        "Others have their documents made; ask again in a while.", BUSY);
  }

  private static Response itself(DocumentForm form, String stem, FilledDocument document) {
    if (form != DocumentForm.of(document.kind())) {
      throw ProblemException.field(
          "as", "must be pdf or png, or left out: the template is " + document.kind());
    }
    return form.answer(stem, document.content()).build();
  }

  private static Response converted(DocumentForm form, String stem, PdfAnswer answer) {
    return switch (answer) {
      case PdfAnswer.Made(var content, var about) ->
          DocumentHeaders.about(form.answer(stem, content), about).build();
      case PdfAnswer.Failed(var reason) -> throw ProblemException.conflict(reason);
      case PdfAnswer.Unfinished(var reason) -> throw ProblemException.conflict(reason);
      case PdfAnswer.Absent(var reason) -> throw ProblemException.conflict(reason);
      case PdfAnswer.Busy _ -> throw busy();
    };
  }
}
