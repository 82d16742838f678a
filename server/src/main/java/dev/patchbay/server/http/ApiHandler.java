package dev.patchbay.server.http;

import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.core.inbox.Inbox;
import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.server.security.Authenticator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** Sorts what arrives: the fast way for events, the resources for everything else. */
public final class ApiHandler extends Handler.Sequence {
  static final String ROOT = "/api/v1/integration";
  private static final long LARGEST_BODY = 4 << 20;
  private static final String EVENTS = ROOT + "/events";
  private static final Set<String> UPLOADS = Set.of(ROOT + "/imports", ROOT + "/imports/preview");

  /** A file, and what is said of it. */
  private static final long LARGEST_UPLOAD = 101 << 20;

  private static final String VERIFICATION = ROOT + "/documents/verification";

  /** Also said by the resource. */
  private static final long LARGEST_PDF = 50 << 20;

  private static final Pattern TEMPLATE = Pattern.compile(ROOT + "/templates/[^/]+/versions");

  /** Also said by the resource, of what comes without its length. */
  private static final long LARGEST_TEMPLATE = 10 << 20;

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final Handler events;
  private final Handler resources;
  private final Handler uploads;

  /**
   * What the fast way needs.
   *
   * @param answered told of every answer
   */
  public record Parts(
      EnvelopeReader reader,
      Inbox inbox,
      EventLimits limits,
      Consumer<List<EventReceipt>> answered) {}

  /**
   * The whole API behind its authentication.
   *
   * @param documents what document systems tell, who sign it instead
   */
  public static Handler create(
      Parts parts,
      ResourceConfig resources,
      Authenticator authenticator,
      CallerAddress address,
      SignedWebhook documents) {
    var events = new EventsHandler(parts);
    var jersey = new JerseyHandler(resources, ROOT);
    var api = new ApiHandler(events, limited(jersey, LARGEST_BODY), uploads(jersey));
    return new WebhookHandler(
        documents, address, new AuthenticationHandler(authenticator, address, api));
  }

  private static Handler limited(Handler inner, long most) {
    var limit = new SizeLimitHandler(most, -1);
    limit.setHandler(inner);
    return new OwnThread(limit);
  }

  /** The same resources for larger bodies; the other way owns them. */
  private static Handler uploads(Handler jersey) {
    return limited(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            return jersey.handle(request, response, callback);
          }
        },
        LARGEST_UPLOAD);
  }

  /** Resources and providers, registered one by one: nothing is looked for. */
  public static ResourceConfig resources(Object... instances) {
    var config = new ResourceConfig();
    for (var instance : instances) {
      config.register(instance);
    }
    return config
        .property(ServerProperties.WADL_FEATURE_DISABLE, true)
        .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
        .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
        .property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true)
        .property(CommonProperties.JSON_BINDING_FEATURE_DISABLE, true)
        .property(ServerProperties.MOXY_JSON_FEATURE_DISABLE, true)
        .property(ServerProperties.BV_FEATURE_DISABLE, true)
        .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
        .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
  }

  private ApiHandler(Handler events, Handler resources, Handler uploads) {
    super(events, resources, uploads);
    this.events = events;
    this.resources = resources;
    this.uploads = uploads;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (isCompressed(request)) {
      response.getHeaders().put(HttpHeader.ACCEPT_ENCODING, "identity");
      var detail = "Send the body as it is, without Content-Encoding.";
      var problem = Problems.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, detail);
      Answers.problem(response, problem, callback);
      return true;
    }
    return route(request, response, callback);
  }

  private boolean route(Request request, Response response, Callback callback) throws Exception {
    var path = Request.getPathInContext(request);
    if (path.equals(EVENTS) && !READS.contains(request.getMethod())) {
      return events.handle(request, response, callback);
    }
    long most = largest(path);
    if (request.getLength() > most) { // Jetty's own refusal would close too early
      var detail = "At most " + most + " bytes.";
      Answers.problem(response, Problems.of(ProblemKind.TOO_LARGE, detail), callback);
      return true;
    }
    if (path.startsWith(ROOT + "/")) {
      return (most > LARGEST_BODY ? uploads : resources).handle(request, response, callback);
    }
    var detail = "The API starts at " + ROOT + ".";
    Answers.problem(response, Problems.of(ProblemKind.NOT_FOUND, detail), callback);
    return true;
  }

  private static long largest(String path) {
    if (UPLOADS.contains(path)) {
      return LARGEST_UPLOAD;
    }
    if (path.equals(VERIFICATION)) {
      return LARGEST_PDF;
    }
    return TEMPLATE.matcher(path).matches() ? LARGEST_TEMPLATE : LARGEST_BODY;
  }

  private static boolean isCompressed(Request request) {
    var coding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    return coding != null && !coding.equalsIgnoreCase("identity");
  }
}
