package dev.patchbay.server.rest;

import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.readmodel.RequestModel.Standing;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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
  private static final int MOST_VALUES = 50;
  private static final int LONGEST_TEXT = 200;

  private final RequestModel requests;

  public RequestsResource(RequestModel requests) {
    this.requests = requests;
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
      @Context Request request) {
    var filter =
        new RequestFilter(
            values("status", status),
            values("category", category),
            values("assignee", assignee),
            Query.moment("from", from),
            Query.moment("to", to),
            words(text));
    var order = sort(sort);
    int most = Query.limit(limit, MOST);
    return unlessKnown(
        request, () -> Query.understood(cursor, () -> requests.page(filter, order, cursor, most)));
  }

  @GET
  @Path("summary")
  @Allow(Role.VIEWER)
  public Response summary(
      @QueryParam("status") List<String> status,
      @QueryParam("category") List<String> category,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @Context Request request) {
    var filter =
        new CountFilter(
            values("status", status),
            values("category", category),
            Query.day("from", from),
            Query.day("to", to));
    return unlessKnown(request, () -> requests.summary(filter));
  }

  private Response unlessKnown(Request request, Supplier<Object> body) {
    var standing = standing(); // before the body: what changes meanwhile changes the next tag
    var tag = new EntityTag(Long.toString(standing.revision()), true);
    var known = request.evaluatePreconditions(tag);
    var answer = known == null ? Response.ok(body.get()) : known;
    return answer.tag(tag).header("As-Of", standing.asOf()).build();
  }

  private Standing standing() {
    return requests.standing().orElseThrow(RequestsResource::notFilled);
  }

  static ProblemException notFilled() {
    return ProblemException.conflict(
        "No route fills the overview of requests yet; an administrator sets it up by"
            + " POST /read-models/requests.");
  }

  private static List<String> values(String name, List<String> given) {
    if (given.size() > MOST_VALUES) {
      throw ProblemException.field(name, "may be given " + MOST_VALUES + " times at most");
    }
    if (given.contains("")) {
      throw ProblemException.field(name, "must not be empty; leave it out for all");
    }
    given.forEach(value -> Query.text(name, value));
    return given;
  }

  private static @Nullable String words(@Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT)) {
      throw ProblemException.field("q", "must be words, " + LONGEST_TEXT + " characters at most");
    }
    return Query.text("q", text);
  }

  private static RequestSort sort(@Nullable String given) {
    if (given == null) {
      return RequestSort.NEWEST;
    }
    return RequestSort.of(given)
        .orElseThrow(
            () -> ProblemException.field("sort", "must be one of " + RequestSort.parameters()));
  }
}
