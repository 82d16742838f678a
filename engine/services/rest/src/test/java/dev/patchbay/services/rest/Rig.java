package dev.patchbay.services.rest;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import dev.patchbay.spi.service.Service;
import dev.patchbay.spi.service.ServiceContext;
import dev.patchbay.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A far service and the services opened on it. */
final class Rig implements AutoCloseable {
  final FarService far = new FarService();
  final MutableClock clock = MutableClock.at("2026-11-26T10:00:00Z");
  final Map<String, String> settings = new HashMap<>(Map.of("url", far.uri() + "/api/"));
  final Map<String, String> secrets = new HashMap<>();
  private final List<Service> opened = new ArrayList<>();

  Rig withBearer(String token) {
    settings.put("authentication", "bearer");
    secrets.put("token", token);
    return this;
  }

  Rig withClientCredentials() {
    settings.put("authentication", "client-credentials");
    settings.put("tokenUrl", far.uri() + "/token");
    settings.put("clientId", "patchbay");
    secrets.put("clientSecret", "s3cret");
    return this;
  }

  Service open() {
    var context =
        new ServiceContext(
            "users", settings, name -> Optional.ofNullable(secrets.get(name)), clock);
    var service = new RestServiceType().open(context);
    opened.add(service);
    return service;
  }

  static Fetched fetch(Service service) {
    return service.fetch("/users/7", Deadline.in(Duration.ofSeconds(20)));
  }

  @Override
  public void close() {
    opened.forEach(Service::close);
    far.close();
  }
}
