package dev.patchbay.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.ResourceMethods;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.server.security.Rights;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may call what: every method there is, by every role and by a stranger. */
@ExtendWith(SharedHub.class)
class RolesIT {
  private final TestHub hub;

  RolesIT(TestHub hub) {
    this.hub = hub;
  }

  @TestFactory
  Stream<DynamicTest> everyMethodAdmitsItsRolesAndNobodyElse() {
    var all = ResourceMethods.all();
    assertThat(all).hasSizeGreaterThan(30);
    return Stream.concat(all.stream(), Stream.of(POST_EVENTS))
        .map(call -> DynamicTest.dynamicTest(call.toString(), () -> check(call)));
  }

  private void check(ResourceMethods.Call call) throws IOException {
    assertThat(status(hub.stranger(), call)).isEqualTo(401);
    for (var role : Role.values()) {
      var status = status(hub.as(role), call);
      if (Rights.allows(role, allowed(call))) {
        assertThat(status).as("%s", role).isNotIn(401, 403, 405, 500);
      } else {
        assertThat(status).as("%s", role).isEqualTo(403);
      }
    }
  }

  private static Role[] allowed(ResourceMethods.Call call) {
    return call.equals(POST_EVENTS)
        ? new Role[] {Role.SERVICE}
        : Roles.of(call.resource(), call.method());
  }

  /** Only the head: the live stream never ends. */
  private static int status(ApiCaller caller, ResourceMethods.Call call) throws IOException {
    var body = call.verb().equals("POST") || call.verb().equals("PUT") ? "{}" : "";
    var request =
        caller
            .request(call.path())
            .header("Content-Type", "application/json")
            .method(call.verb(), BodyPublishers.ofString(body));
    var answer = caller.call(request, BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private static final ResourceMethods.Call POST_EVENTS =
      new ResourceMethods.Call(
          RolesIT.class, List.of(RolesIT.class.getDeclaredMethods()).getFirst(), "POST", "/events");
}
