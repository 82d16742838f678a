package dev.patchbay.server.rest.dataset;

import dev.patchbay.core.dataset.RequestUses;
import dev.patchbay.core.dataset.Veil;
import dev.patchbay.core.dataset.VeiledRequests;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.FieldUse;
import dev.patchbay.core.readmodel.FilterBounds;
import dev.patchbay.core.readmodel.RequestModel.Seen;
import dev.patchbay.core.readmodel.RequestModel.Standing;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.dataset.HiddenFields;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.DatasetProblems;
import dev.patchbay.server.rest.Query;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /requests}: citizens' requests as the events about them say. Who sends the ETag of an
 * earlier answer as If-None-Match gets 304 while nothing has changed.
 */
@Path("requests")
@Produces(MediaType.APPLICATION_JSON)
public final class RequestsResource {
  private static final int MOST = 500;

  private final Datasets datasets;

  public RequestsResource(Datasets datasets) {
    this.datasets = datasets;
  }

  @GET
  @Path("overview")
  @Allow(Role.VIEWER)
  public Response overview(
      @QueryParam("status") List<String> status,
      @QueryParam("category") List<String> category,
      @QueryParam("assignee") List<String> assignee,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("q") @Nullable String text,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @Context Request request,
      @Context SecurityContext security) {
    var requests = datasets.requests(CallerPrincipal.of(security));
    var filter =
        new RequestFilter(
            values("status", status),
            values("category", category),
            values("assignee", assignee),
            Query.moment("from", from),
            Query.moment("to", to),
            words(text));
    Query.demandSpan(filter.from(), filter.to());
    var order = sort(sort, requests.veil());
    demandShown(RequestUses.refused(requests.veil(), filter, order));
    int most = Query.limit(limit, MOST);
    return unlessKnown(
        requests,
        request,
        ifNoneMatch,
        () -> Query.understood(cursor, () -> requests.page(filter, order, cursor, most)));
  }

  @GET
  @Path("summary")
  @Allow(Role.VIEWER)
  public Response summary(
      @QueryParam("status") List<String> status,
      @QueryParam("category") List<String> category,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @Context Request request,
      @Context SecurityContext security) {
    var requests = datasets.requests(CallerPrincipal.of(security));
    var filter =
        new CountFilter(
            values("status", status),
            values("category", category),
            Query.day("from", from),
            Query.day("to", to));
    Query.demandSpan(filter.from(), filter.to());
    demandShown(RequestUses.refused(requests.veil(), filter));
    return unlessKnown(requests, request, ifNoneMatch, () -> requests.summary(filter));
  }

  /** What callers are shown differs, and may change when the requests do not. */
  private static EntityTag tag(VeiledRequests requests, Standing standing) {
    var mark = requests.veil().mark();
    var revision = Long.toString(standing.revision());
    return new EntityTag(mark.isEmpty() ? revision : revision + "-" + mark, true);
  }

  /** Who brings a tag is told at once if it stands; the requests themselves are not read then. */
  private static Response unlessKnown(
      VeiledRequests requests,
      Request request,
      @Nullable String ifNoneMatch,
      Supplier<? extends Seen<?>> look) {
    if (ifNoneMatch != null) {
      var standing = requests.standing();
      var known = known(request, tag(requests, standing));
      if (known != null && standing.filled()) {
        return tagged(known, tag(requests, standing), standing);
      }
    }
    var seen = look.get();
    if (!seen.standing().filled()) {
      throw DatasetProblems.notFilled(Dataset.REQUESTS);
    }
    return tagged(Response.ok(seen.body()), tag(requests, seen.standing()), seen.standing());
  }

  private static @Nullable ResponseBuilder known(Request request, EntityTag tag) {
    try {
      return request.evaluatePreconditions(tag);
    } catch (ProcessingException unreadable) {
      throw ProblemException.field(
          HttpHeaders.IF_NONE_MATCH, "must be the ETag of an earlier answer, with its quotes");
    }
  }

  private static Response tagged(ResponseBuilder answer, EntityTag tag, Standing standing) {
    return answer.tag(tag).header("As-Of", standing.asOf()).build();
  }

  private static List<String> values(String name, List<String> given) {
    if (given.size() > FilterBounds.MOST_VALUES) {
      throw ProblemException.field(
          name, "may be given " + FilterBounds.MOST_VALUES + " times at most");
    }
    if (given.contains("")) {
      throw ProblemException.field(name, "must not be empty; leave it out for all");
    }
    return given;
  }

  private static @Nullable String words(@Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > FilterBounds.LONGEST_TEXT)) {
      throw ProblemException.field(
          "q", "must be words, " + FilterBounds.LONGEST_TEXT + " characters at most");
    }
    return text;
  }

  private static void demandShown(List<FieldUse> refused) {
    if (!refused.isEmpty()) {
      throw ProblemException.fields(
          refused.stream()
              .map(use -> new FieldError(parameter(use), HiddenFields.mustNotUse(use.field())))
              .toList());
    }
  }

  private static String parameter(FieldUse use) {
    return use.parameter().equals("text") ? "q" : use.parameter();
  }

  private static RequestSort sort(@Nullable String given, Veil veil) {
    if (given == null) {
      return RequestUses.usualSort(veil);
    }
    return RequestSort.of(given)
        .orElseThrow(
            () -> ProblemException.field("sort", "must be one of " + RequestSort.parameters()));
  }
}
