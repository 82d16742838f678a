package dev.patchbay.services.rest;

import dev.patchbay.services.rest.RestSettings.Access;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import dev.patchbay.spi.service.Service;
import dev.patchbay.spi.service.ServiceContext;
import dev.patchbay.spi.service.Told;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** A service behind a REST API. Thread-safe. */
final class RestService implements Service {
  private static final Cause BAD_PATH =
      new Cause(
          "bad-path",
          "A path begins with a slash, is percent-encoded and has no segment of dots: look at"
              + " what the event puts into it.");

  private final RestSettings settings;
  private final Verdict verdict;
  private final Credential credential;
  private final Wire wire;
  private final List<Wire> wires = new ArrayList<>();

  RestService(ServiceContext context) {
    this.settings = RestSettings.of(context.settings());
    var authority = settings.url().getAuthority();
    this.verdict =
        new Verdict("The service '%s' at %s".formatted(context.name(), authority), context.clock());
    this.wire = wire(settings.url());
    this.credential = credential(context);
  }

  @Override
  public Fetched fetch(String path, Deadline deadline) {
    var uri = HttpAddress.below(settings.url(), path);
    if (uri.isEmpty()) {
      return new Fetched.Refused(BAD_PATH);
    }
    return switch (new Asker(credential, wire::send).ask(uri.get(), bounded(deadline))) {
      case Asked.Withheld(var why) -> why;
      case Asked.Sent(var reply) -> verdict.of(reply);
    };
  }

  @Override
  public Told send(String path, byte[] json, String key, Deadline deadline) {
    var uri = HttpAddress.below(settings.url(), path);
    if (uri.isEmpty()) {
      return new Told.Refused(BAD_PATH);
    }
    var request =
        HttpRequest.newBuilder(uri.get())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(json));
    var telling = new Telling(verdict);
    return switch (new Asker(credential, wire::send).ask(request, bounded(deadline))) {
      case Asked.Withheld(var why) -> Telling.withheld(why);
      case Asked.Sent(var reply) -> telling.of(reply);
    };
  }

  @Override
  public List<CheckReport.Step> check() {
    return new Check(settings, credential, new Asker(credential, wire::look), verdict).steps();
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
  }

  private Credential credential(ServiceContext context) {
    return switch (settings.access()) {
      case Access.None _ -> new Credential.None();
      case Access.Bearer _ -> new Credential.FixedToken(context.secrets());
      case Access.ClientCredentials client ->
          new ClientTokens(
              new TokenEndpoint(
                  client, wire(client.tokenUrl()), context.secrets(), context.clock()),
              settings.timeout(),
              context.clock());
    };
  }

  private Wire wire(URI farSide) {
    var opened = new Wire(farSide, settings.timeout());
    wires.add(opened);
    return opened;
  }

  private Deadline bounded(Deadline deadline) {
    return deadline.remaining().compareTo(settings.timeout()) < 0
        ? deadline
        : Deadline.in(settings.timeout());
  }
}
