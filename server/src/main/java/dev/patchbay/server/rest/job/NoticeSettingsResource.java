package dev.patchbay.server.rest.job;

import dev.patchbay.core.notice.NoticeSettingsStore.Stored;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.NoticeSettings;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.notice.NoticeSettingsDesk;
import dev.patchbay.server.rest.Versions;
import dev.patchbay.server.security.Allow;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** {@code /settings/notices}: who hears of runs that fail. */
@Path("settings/notices")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeSettingsResource {
  private final NoticeSettingsDesk desk;

  public NoticeSettingsResource(NoticeSettingsDesk desk) {
    this.desk = desk;
  }

  @GET
  @Allow(Role.SUPPORT)
  public Response get() {
    return tagged(desk.stored());
  }

  @PUT
  @Allow(Role.ADMIN)
  public Response put(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      NoticeSettings settings,
      @Context SecurityContext security) {
    long expected = Versions.expected(ifMatch);
    var faults = desk.faults(settings);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
    var who = CallerPrincipal.of(security).user();
    return tagged(Versions.done(desk.update(settings, expected, who), "setting"));
  }

  private static Response tagged(Stored stored) {
    return Versions.tagged(200, stored.settings(), stored.version());
  }
}
