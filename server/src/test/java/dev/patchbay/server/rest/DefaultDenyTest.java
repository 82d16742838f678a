package dev.patchbay.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.server.http.ApiHandler;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemMapper;
import dev.patchbay.server.rest.dataset.DatasetPoliciesResource;
import dev.patchbay.server.rest.job.ImportProfilesResource;
import dev.patchbay.server.rest.job.MailListsResource;
import dev.patchbay.server.rig.ResourceMethods;
import dev.patchbay.server.security.AllowNamed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.security.Principal;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultDenyTest {
  @Test
  void everyResourceMethodNamesItsRoles() {
    assertThat(ResourceMethods.all())
        .allSatisfy(call -> assertThat(Roles.of(call.resource(), call.method())).isNotEmpty());
  }

  @Test
  void whatIsInheritedIsAllowedAsTheResourceSays() throws NoSuchMethodException {
    var read = NamedResource.class.getMethod("all");
    var delete =
        NamedResource.class.getMethod("delete", String.class, String.class, SecurityContext.class);

    assertThat(Roles.of(MailListsResource.class, read)).containsExactly(Role.VIEWER);
    assertThat(Roles.of(MailListsResource.class, delete)).containsExactly(Role.ADMIN);
    assertThat(Roles.of(ImportProfilesResource.class, delete)).containsExactly(Role.SUPPORT);
    assertThat(Roles.of(DatasetPoliciesResource.class, read)).containsExactly(Role.ADMIN);
    assertThat(Roles.of(Forgotten.class, read)).isEmpty();
  }

  @Test
  void whatAResourceAddsIsAllowedToNobodyUnlessItSaysSo() throws NoSuchMethodException {
    assertThat(Roles.of(Added.class, Added.class.getMethod("secrets"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aMethodThatNamesNoRoleAllowsNobody(Role role)
      throws ExecutionException, InterruptedException {
    var resources =
        ApiHandler.resources(
            new ProblemMapper(), new JsonBodies(), new AccessFilter(), new Forgotten());
    var root = URI.create("http://hub/");
    var request =
        new ContainerRequest(
            root,
            root.resolve("forgotten"),
            "GET",
            new Somebody(role),
            new MapPropertiesDelegate(),
            null);
    assertThat(new ApplicationHandler(resources).apply(request).get().getStatus()).isEqualTo(403);
  }

  /** A resource whose author forgot to say who may call it. */
  @Path("forgotten")
  public static final class Forgotten {
    @GET
    public String secrets() {
      return "all of them";
    }
  }

  /** A resource whose author took what is inherited for all there is. */
  @Path("added")
  @AllowNamed
  public static final class Added {
    @GET
    public String secrets() {
      return "all of them";
    }
  }

  private record Somebody(Role role) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return new CallerPrincipal(new Caller("somebody", role));
    }

    @Override
    public boolean isUserInRole(String name) {
      return true;
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getAuthenticationScheme() {
      return "any";
    }
  }
}
