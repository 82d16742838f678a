package dev.patchbay.server.rest;

import dev.patchbay.server.http.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;
import org.glassfish.jersey.message.internal.HeaderValueException;

/**
 * Before a resource is chosen: the headers that it is chosen by can be read. Else Jersey answers
 * 400 without a word.
 */
@PreMatching
public final class HeaderCheck implements ContainerRequestFilter {
  private static final String MEDIA_TYPE = "must be a media type, such as application/json";

  @Override
  public void filter(ContainerRequestContext request) {
    check(HttpHeaders.CONTENT_TYPE, request::getMediaType);
    check(HttpHeaders.ACCEPT, request::getAcceptableMediaTypes);
  }

  private static void check(String header, Supplier<?> reading) {
    try {
      var _ = reading.get();
    } catch (HeaderValueException malformed) {
      throw ProblemException.field(header, MEDIA_TYPE);
    }
  }
}
