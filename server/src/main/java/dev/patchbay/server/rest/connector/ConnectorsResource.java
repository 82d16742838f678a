package dev.patchbay.server.rest.connector;

import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.config.ConnectorDesk;
import dev.patchbay.server.config.TargetTitles;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.NamedCalls;
import dev.patchbay.server.rest.NamedResource;
import dev.patchbay.server.security.Allow;
import dev.patchbay.server.security.AllowNamed;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** {@code /connectors}: configuration, health, and looking at the far side. */
@Path("connectors")
@Produces(MediaType.APPLICATION_JSON)
@AllowNamed
public final class ConnectorsResource
    extends NamedResource<ConnectorDraft, PluginInstance, ConnectorView> {
  private final ConnectorDesk desk;
  private final Configuration configuration;
  private final DeliveryDesk deliveries;
  private final TargetTitles titles;

  public ConnectorsResource(
      ConnectorDesk desk,
      ConnectorViews views,
      Configuration configuration,
      DeliveryDesk deliveries,
      TargetTitles titles) {
    super(
        NamedCalls.of(desk, "connector"),
        new Shown<>(views::all, views::find, views::view, PluginInstance::version));
    this.desk = desk;
    this.configuration = configuration;
    this.deliveries = deliveries;
    this.titles = titles;
  }

  @POST
  @Path("{name}/check")
  @Allow(Role.SUPPORT)
  public CheckResult check(@PathParam("name") String name) {
    found(name);
    var store = configuration.openStore(name);
    if (store.isPresent()) {
      return SpiViews.check(new CheckReport(Guarantee.PROBE, store.get().check()));
    }
    var messages = configuration.openMessages(name);
    if (messages.isPresent()) {
      return SpiViews.check(new CheckReport(Guarantee.NONE, messages.get().check()));
    }
    var report = open(name).check(configuration.targetsOf(name));
    report.titles().forEach((target, title) -> titles.learn(name, target, title));
    return SpiViews.check(report);
  }

  @POST
  @Path("{name}/describe")
  @Allow(Role.VIEWER)
  public TargetDescription describe(@PathParam("name") String name, Map<String, String> target) {
    var connector = open(name);
    var settings = new Target(target);
    var faults = configuration.targetFaults(name, settings, "");
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
    return switch (connector.describe(settings)) {
      case Description.Found found -> {
        titles.learn(name, settings, found.title());
        yield SpiViews.description(found);
      }
      case Description.NotFound(var cause) -> throw ProblemException.conflict(cause.message());
    };
  }

  @POST
  @Path("{name}/pause")
  @Allow(Role.SUPPORT)
  public ConnectorView pause(@PathParam("name") String name, @Context SecurityContext security) {
    found(name);
    desk.pause(name, CallerPrincipal.of(security).user());
    return view(name);
  }

  @POST
  @Path("{name}/resume")
  @Allow(Role.SUPPORT)
  public ConnectorView resume(@PathParam("name") String name) {
    found(name);
    desk.resume(name);
    deliveries.trigger(configuration.targetNumbersOf(name));
    return view(name);
  }

  @POST
  @Path("{name}/trigger")
  @Allow(Role.SUPPORT)
  public ConnectorView trigger(@PathParam("name") String name) {
    var view = view(name);
    deliveries.trigger(configuration.targetNumbersOf(name));
    return view;
  }

  private RowTarget open(String name) {
    found(name);
    if (configuration.openStore(name).isPresent()) {
      throw ProblemException.conflict(
          "The connector '" + name + "' takes files; it has no columns to describe.");
    }
    if (configuration.openMessages(name).isPresent()) {
      throw ProblemException.conflict(
          "The connector '" + name + "' sends messages; it has no columns to describe.");
    }
    return configuration
        .open(name)
        .orElseThrow(
            () ->
                ProblemException.conflict(
                    "The connector '" + name + "' cannot be opened with its settings."));
  }
}
