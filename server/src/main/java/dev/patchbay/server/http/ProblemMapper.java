package dev.patchbay.server.http;

import dev.patchbay.model.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that ends a request early into a problem; logs what is the server's fault. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  /** Media type of RFC 9457. */
  public static final String PROBLEM_JSON = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  @Override
  public Response toResponse(Throwable failure) {
    var problem = problem(failure);
    var response =
        Response.status(problem.status()).type(MediaType.valueOf(PROBLEM_JSON)).entity(problem);
    if (failure instanceof WebApplicationException web
        && web.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
      response.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    if (failure instanceof ProblemException known) {
      known
          .retryAfter()
          .ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
    }
    return response.build();
  }

  /** The problem that a failure means. */
  public static Problem problem(Throwable failure) {
    return switch (failure) {
      case ProblemException known -> known.problem();
      case WebApplicationException web when web.getResponse().getStatus() < 500 ->
          Problems.of(ProblemKind.of(web.getResponse().getStatus()), null);
      case HttpException http when http.getCode() < 500 ->
          Problems.of(ProblemKind.of(http.getCode()), null);
      default -> internal(failure);
    };
  }

  private static Problem internal(Throwable failure) {
    if (failure.getCause() instanceof HttpException http && http.getCode() < 500) {
      return Problems.of(ProblemKind.of(http.getCode()), null);
    }
    var trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.error("request failed, trace {}", trace, failure);
    return Problems.internal(trace);
  }
}
