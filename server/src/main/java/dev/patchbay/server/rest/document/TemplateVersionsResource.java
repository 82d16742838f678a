package dev.patchbay.server.rest.document;

import dev.patchbay.core.template.NewVersion.Activation;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.template.TemplateCheck;
import dev.patchbay.model.template.TemplateView;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.Problems;
import dev.patchbay.server.rest.Names;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.rest.Versions;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.template.TemplateDesk;
import dev.patchbay.server.template.TemplateDesk.Upload;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /templates/{name}/versions}: the files of a template. */
@Path("templates/{name}/versions")
@Produces(MediaType.APPLICATION_JSON)
public final class TemplateVersionsResource {
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  static final String HTML = "text/html";

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Set<String> FILES =
      Set.of(DOCX, HTML, XLSX, MediaType.APPLICATION_OCTET_STREAM);
  private static final int LARGEST = 10 << 20;
  private static final int LONGEST_NOTE = 500;
  private static final String UNKNOWN_VARIABLES = "unknown-variables";

  private final TemplateDesk desk;

  public TemplateVersionsResource(TemplateDesk desk) {
    this.desk = desk;
  }

  /** Keeps the file that is the body as the next version, or says only what is wrong with it. */
  @POST
  @Allow(Role.ADMIN)
  public Response upload(
      @PathParam("name") String name,
      @QueryParam("contract") @Nullable String contract,
      @QueryParam("note") @Nullable String note,
      @QueryParam("activate") @Nullable String activate,
      @QueryParam("allow") @Nullable String allow,
      @QueryParam("check") @Nullable String check,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InputStream body,
      @Context SecurityContext security)
      throws IOException {
    var standing = desk.find(Names.check(name));
    boolean onlyChecks = Query.flag("check", check);
    long expected = onlyChecks ? 0 : expected(standing, ifMatch);
    boolean mayUseUnknown = allowsUnknown(allow);
    var activation = Query.flag("activate", activate) ? Activation.AT_ONCE : Activation.LATER;
    var chosen = contract(contract, standing);
    var upload = new Upload(name, chosen, file(type, body), note(note), activation);
    var found = desk.check(upload);
    if (onlyChecks) {
      return Response.ok(found).build();
    }
    refuse(found, mayUseUnknown, chosen);
    return kept(upload, found, expected, CallerPrincipal.of(security).user());
  }

  private Response kept(Upload upload, TemplateCheck found, long expected, String who) {
    var name = upload.name();
    Versions.done(desk.keep(upload, found, expected, who), TemplatesResource.what(name));
    int status = found.same() == null ? 201 : 200;
    var kept = TemplatesResource.tagged(status, TemplatesResource.found(desk, name));
    return found.missingFonts() == null
        ? kept
        : DocumentHeaders.missingFonts(Response.fromResponse(kept), found.missingFonts()).build();
  }

  private static boolean allowsUnknown(@Nullable String allow) {
    if (allow != null && !allow.equals(UNKNOWN_VARIABLES)) {
      throw ProblemException.field("allow", "must be " + UNKNOWN_VARIABLES);
    }
    return allow != null;
  }

  /** A template that is new needs no version to stand on. */
  private static long expected(Optional<TemplateView> standing, @Nullable String ifMatch) {
    return ifMatch == null && standing.isEmpty() ? 0 : Versions.expected(ifMatch);
  }

  /** The contract that stands, unless another is chosen, or none. */
  private @Nullable String contract(@Nullable String given, Optional<TemplateView> standing) {
    if (given == null) {
      return standing.map(TemplateView::contract).orElse(null);
    }
    if (given.isEmpty()) {
      return null;
    }
    if (!desk.knowsContract(given)) {
      throw ProblemException.field("contract", "names no contract of events");
    }
    return given;
  }

  private static @Nullable String note(@Nullable String note) {
    if (note == null || note.isBlank()) {
      return null;
    }
    if (note.length() > LONGEST_NOTE) {
      throw ProblemException.field("note", "has more than " + LONGEST_NOTE + " characters");
    }
    return note.strip();
  }

  private static byte[] file(@Nullable String type, InputStream body) throws IOException {
    var media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!FILES.contains(media)) {
      throw new ProblemException(
          Problems.of(
              ProblemKind.UNSUPPORTED_MEDIA_TYPE,
              "Send the DOCX, HTML or XLSX file as the body, as %s, %s, %s or application/octet-stream."
                  .formatted(DOCX, HTML, XLSX)));
    }
    var file = body.readNBytes(LARGEST + 1);
    if (file.length > LARGEST) {
      throw new ProblemException(
          Problems.of(
              ProblemKind.TOO_LARGE,
              "A template may have %d MB; make its pictures smaller.".formatted(LARGEST >> 20)));
    }
    return file;
  }

  private static void refuse(
      TemplateCheck found, boolean mayUseUnknown, @Nullable String contract) {
    var unknown = mayUseUnknown ? List.<FieldError>of() : unknown(found, contract);
    var errors =
        Stream.concat(
                found.problems().stream()
                    .map(problem -> new FieldError("template", problem.message())),
                unknown.stream())
            .toList();
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
  }

  private static List<FieldError> unknown(TemplateCheck found, @Nullable String contract) {
    return found.unknown().stream()
        .map(
            variable ->
                new FieldError(
                    variable.path(),
                    "In %s: %s — events of %s have no such field. Check the spelling, or upload with allow=%s."
                        .formatted(variable.where(), variable.tag(), contract, UNKNOWN_VARIABLES)))
        .toList();
  }

  @GET
  @Path("{number}/content")
  @Produces(MediaType.WILDCARD)
  @Allow(Role.VIEWER)
  public Response content(@PathParam("name") String name, @PathParam("number") String number) {
    int version = Query.number("number", number, Integer.MAX_VALUE);
    var file =
        desk.file(name, version)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no version %d of %s."
                            .formatted(version, TemplatesResource.what(name))));
    return DocumentForm.of(TemplatesResource.found(desk, name).template().kind())
        .answer(name + "-" + version, file)
        .build();
  }

  /** Rolling back is activating an older one. */
  @POST
  @Path("{number}/activate")
  @Allow(Role.ADMIN)
  public Response activate(
      @PathParam("name") String name,
      @PathParam("number") String number,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    var who = CallerPrincipal.of(security).user();
    long expected = Versions.expected(ifMatch);
    var saved =
        desk.activate(name, Query.number("number", number, Integer.MAX_VALUE), expected, who);
    Versions.done(saved, TemplatesResource.what(name));
    return TemplatesResource.tagged(200, TemplatesResource.found(desk, name));
  }
}
