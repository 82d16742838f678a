package dev.patchbay.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sorts what arrives: the fast way for events, the resources for everything else. */
final class ApiHandler extends Handler.Sequence {
  static final String ROOT = "/api/v1/integration";
  private static final String EVENTS = ROOT + "/events";

  private final Handler events;
  private final Handler resources;

  ApiHandler(Handler events, Handler resources) {
    super(events, resources);
    this.events = events;
    this.resources = resources;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    var path = Request.getPathInContext(request);
    if (path.equals(EVENTS) && HttpMethod.POST.is(request.getMethod())) {
      return events.handle(request, response, callback);
    }
    if (path.startsWith(ROOT + "/")) {
      return resources.handle(request, response, callback);
    }
    var detail = "The API starts at " + ROOT + ".";
    Answers.problem(response, Problems.of(ProblemKind.NOT_FOUND, detail), callback);
    return true;
  }
}
