package dev.patchbay.server.rest.job;

import dev.patchbay.core.imports.ImportStore.StoredImport;
import dev.patchbay.core.imports.ImportStore.Taken;
import dev.patchbay.core.job.JobRuns.Asked;
import dev.patchbay.model.Page;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.imports.ImportDraft;
import dev.patchbay.model.imports.ImportPreview;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.imports.ImportDesk;
import dev.patchbay.server.imports.Upload;
import dev.patchbay.server.rest.Attachment;
import dev.patchbay.server.rest.JsonBodies;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.rest.RunAnswers;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code /imports}: send a spreadsheet, look how far it is, fetch what is wrong with it. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {
  private static final int MOST = 200;
  private static final int MOST_PROBLEMS = 1000;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ImportDesk desk;
  private final java.nio.file.Path uploads;

  /**
   * The resource.
   *
   * @param uploads directory where files are until they are kept
   */
  public ImportsResource(ImportDesk desk, java.nio.file.Path uploads) {
    this.desk = desk;
    this.uploads = uploads;
  }

  @POST
  @Allow(Role.SUPPORT)
  public Response order(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      InputStream body,
      @Context UriInfo here,
      @Context SecurityContext security) {
    var once = RunAnswers.once(key);
    try (var upload = Upload.read(body, type, uploads)) {
      var draft = draft(upload);
      var who = CallerPrincipal.of(security).user();
      return answer(desk.order(draft, upload.given(), who, once), here);
    }
  }

  /** What a file holds; of the part {@code import} sheet, encoding and separator count. */
  @POST
  @Path("preview")
  @Allow(Role.SUPPORT)
  public ImportPreview preview(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, InputStream body) {
    try (var upload = Upload.read(body, type, uploads)) {
      return desk.preview(upload.given(), draft(upload));
    }
  }

  private static ImportDraft draft(Upload upload) {
    var json = upload.json();
    return JsonBodies.part(
        Upload.IMPORT, json.length == 0 ? new byte[] {'{', '}'} : json, ImportDraft.class);
  }

  private Response answer(Taken taken, UriInfo here) {
    return switch (taken) {
      case Taken.Before(var run) ->
          throw ProblemException.conflict(
              ("Import %s brought or brings this file in the same way. Send it with \"again\": true"
                      + " to have its requests made once more.")
                  .formatted(run));
      case Taken.Asked(Asked.Queued(var run)) -> accepted(here, run.id());
      case Taken.Asked(Asked.Known(var run)) -> accepted(here, run.id());
      case Taken.Asked(Asked.KeyReused _) ->
          throw ProblemException.conflict(
              "Something else was asked for with this Idempotency-Key; take a new one.");
      case Taken.Asked(Asked.TooMany(int most)) ->
          throw ProblemException.conflict(
              "%d of your jobs have not ended; wait for one, or cancel one.".formatted(most));
    };
  }

  private Response accepted(UriInfo here, String id) {
    var place = URI.create(here.getAbsolutePath().getRawPath() + "/" + id);
    return Response.status(202).location(place).entity(one(id)).build();
  }

  @GET
  @Allow(Role.VIEWER)
  public Page<ImportView> newest(@QueryParam("limit") @Nullable String limit) {
    var found = desk.newest(Query.limit(limit, MOST));
    return new Page<>(found.stream().map(ImportViews::view).toList(), null);
  }

  @GET
  @Path("{id}")
  @Allow(Role.VIEWER)
  public ImportView one(@PathParam("id") String id) {
    return ImportViews.view(find(id));
  }

  private StoredImport find(String id) {
    return desk.find(id).orElseThrow(() -> ProblemException.notFound("There is no such import."));
  }

  /** As a file. */
  @GET
  @Path("{id}/errors")
  @Produces("text/csv;charset=utf-8;qs=1")
  @Allow(Role.VIEWER)
  public Response errors(@PathParam("id") String id) {
    var run = reported(id);
    StreamingOutput content = out -> desk.files().errors(run.id(), out);
    return Response.ok(content)
        .header("Content-Type", "text/csv; charset=utf-8")
        .header("Content-Disposition", Attachment.of(stem(run) + "-errors.csv"))
        .build();
  }

  /** Some of them. */
  @GET
  @Path("{id}/errors")
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.5")
  @Allow(Role.VIEWER)
  public Page<ImportProblem> someErrors(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor)
      throws IOException {
    var run = reported(id);
    int passed = cursor == null ? 0 : Query.number("cursor", cursor, Integer.MAX_VALUE);
    return desk.files().errors(run.id(), passed, Query.limit(limit, MOST_PROBLEMS));
  }

  private ImportView reported(String id) {
    var run = one(id);
    if (!run.report()) {
      throw ProblemException.conflict(
          "Nothing is told of its rows, or no longer; it is %s.".formatted(run.state()));
    }
    return run;
  }

  @GET
  @Path("{id}/annotated")
  @Produces(MediaType.WILDCARD)
  @Allow(Role.VIEWER)
  public Response annotated(@PathParam("id") String id) {
    var run = one(id);
    if (!run.annotated()) {
      throw ProblemException.conflict(
          "There is no annotated copy: nothing is wrong with its rows, they are not checked yet, or"
              + " it is no longer kept. It is %s.".formatted(run.state()));
    }
    StreamingOutput content = out -> desk.files().annotated(run.id()).transferTo(out);
    return Response.ok(content)
        .header("Content-Type", XLSX)
        .header("Content-Disposition", Attachment.of(stem(run) + "-annotated.xlsx"))
        .build();
  }

  private static String stem(ImportView run) {
    return run.file().replaceFirst("\\.(?i:xlsx|xlsm|csv|tsv|txt)$", "");
  }

  @POST
  @Path("{id}/cancel")
  @Allow(Role.VIEWER)
  public ImportView cancel(@PathParam("id") String id, @Context SecurityContext security) {
    RunAnswers.demandOwn(one(id).askedBy(), security);
    if (!desk.cancel(id)) {
      throw ProblemException.conflict("It has ended; it is " + one(id).state() + ".");
    }
    return one(id);
  }
}
