package dev.patchbay.server.http;

import dev.patchbay.server.management.HubMetrics;
import dev.patchbay.server.management.Readiness;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /health/live}, {@code /health/ready} and {@code /metrics}, for callers on this machine.
 */
public final class ManagementHandler extends Handler.Abstract {
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Readiness readiness;
  private final HubMetrics metrics;

  public ManagementHandler(Readiness readiness, HubMetrics metrics) {
    this.readiness = readiness;
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    try {
      switch (Request.getPathInContext(request)) {
        case "/health/live" -> Answers.json(response, 200, Map.of("alive", true), callback);
        case "/health/ready" -> ready(response, callback);
        case "/metrics" -> metrics(response, callback);
        default ->
            Answers.problem(
                response,
                Problems.of(ProblemKind.NOT_FOUND, "Try /health/ready or /metrics."),
                callback);
      }
    } catch (RuntimeException failure) {
      Answers.failure(response, failure, callback);
    }
    return true;
  }

  private void ready(Response response, Callback callback) {
    var report = readiness.report();
    Answers.json(response, report.ready() ? 200 : 503, report, callback);
  }

  private void metrics(Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, METRICS_TYPE);
    response.write(true, ByteBuffer.wrap(metrics.text()), callback);
  }
}
