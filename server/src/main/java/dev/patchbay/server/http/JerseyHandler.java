package dev.patchbay.server.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/** Hands requests to the REST resources, which may block. */
final class JerseyHandler extends Handler.Abstract {
  private final ApplicationHandler application;
  private final URI base;

  JerseyHandler(ResourceConfig resources, String root) {
    this.application = new ApplicationHandler(resources);
    this.base = URI.create("http://patchbay" + root + "/");
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var target = target(request);
    if (target.isEmpty()) {
      var detail = "The address holds characters that have to be escaped (RFC 3986).";
      Answers.problem(response, Problems.of(ProblemKind.INVALID, detail), callback);
      return true;
    }
    var jersey = request(request, target.get());
    jersey.setWriter(new Writer(request, response, callback));
    application.handle(jersey);
    return true;
  }

  /** Empty for what Jetty lets through and {@link URI} does not. */
  private Optional<URI> target(Request request) {
    try {
      return Optional.of(base.resolve(request.getHttpURI().getPathQuery()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private ContainerRequest request(Request request, URI target) {
    var caller = new CallerContext(request);
    var properties = new MapPropertiesDelegate();
    var jersey = new ContainerRequest(base, target, request.getMethod(), caller, properties, null);
    for (HttpField header : request.getHeaders()) {
      jersey.getHeaders().add(header.getName(), header.getValue());
    }
    jersey.setEntityStream(Content.Source.asInputStream(request));
    return jersey;
  }

  /** Tells resources who is calling. */
  private record CallerContext(Request request) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return new CallerPrincipal(RequestAttributes.caller(request));
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return request.isSecure();
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
      return null;
    }
  }

  /**
   * Writes the answer; blocks while the caller does not read it. A stream of events leaves as it is
   * flushed; Jersey flushes every other answer too, and a short one is to leave in one piece with
   * its length.
   */
  private record Writer(Request request, Response response, Callback callback)
      implements ContainerResponseWriter {
    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse answer) {
      response.setStatus(answer.getStatus());
      Answers.closeUnlessRead(response);
      answer
          .getStringHeaders()
          .forEach((name, values) -> values.forEach(v -> response.getHeaders().add(name, v)));
      if (length >= 0) {
        response.getHeaders().put("Content-Length", length);
      }
      var out = Response.asBufferedOutputStream(request, response);
      return MediaType.SERVER_SENT_EVENTS_TYPE.equals(answer.getMediaType()) ? out : new Whole(out);
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, @Nullable TimeoutHandler handler) {
      return false;
    }

    @Override
    public void setSuspendTimeout(long time, TimeUnit unit) {
      throw new IllegalStateException("no resource is asynchronous");
    }

    @Override
    public void commit() {
      callback.succeeded();
    }

    @Override
    public void failure(Throwable failure) {
      Answers.failure(response, failure, callback);
    }

    @Override
    public boolean enableResponseBuffering() {
      return false;
    }
  }

  /** Leaves when it is closed, or when the buffer below is full. */
  private static final class Whole extends FilterOutputStream {
    Whole(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void flush() {
      // that is what it is for
    }
  }
}
