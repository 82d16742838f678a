package dev.patchbay.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.Problem;
import dev.patchbay.server.http.ApiHandler;
import dev.patchbay.server.http.ProblemMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderCheckTest {
  @ParameterizedTest
  @CsvSource({"Content-Type,';'", "Content-Type,''", "Content-Type,json", "Accept,';;'"})
  void aHeaderThatCannotBeReadIsNamed(String header, String value) throws Exception {
    var resources =
        ApiHandler.resources(
            new ProblemMapper(), new JsonBodies(), new HeaderCheck(), new Greeting());
    var root = URI.create("http://hub/");
    var request =
        new ContainerRequest(
            root, root.resolve("greeting"), "GET", null, new MapPropertiesDelegate(), null);
    request.getHeaders().putSingle(header, value);

    var answer = new ApplicationHandler(resources).apply(request).get();

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(((Problem) answer.getEntity()).errors())
        .extracting(FieldError::field)
        .containsExactly(header);
  }

  /** A resource that answers. */
  @Path("greeting")
  public static final class Greeting {
    @GET
    public String hello() {
      return "hello";
    }
  }
}
