package dev.patchbay.connectors.http;

import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Limits;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Posts rows. A batch is one request; its key is made of its deliveries, so it is the same at every
 * attempt. A lost answer is settled by sending the same request again where the far side honours
 * the key; elsewhere the rows are sent again, at least once each. Thread-safe.
 */
final class HttpConnector implements RowTarget {
  private static final long MOST_BYTES = 1_000_000;

  private final HttpSettings settings;
  private final Service service;

  HttpConnector(HttpSettings settings, ConnectorContext context) {
    this.settings = settings;
    this.service = new Service(settings, context);
  }

  @Override
  public Limits limits() {
    return new Limits(settings.rows(), MOST_BYTES);
  }

  @Override
  public Guarantee guarantee(Target target) {
    return settings.idempotent() ? Guarantee.IDEMPOTENT : Guarantee.NONE;
  }

  @Override
  public CheckReport check(List<Target> targets) {
    var guarantee = settings.idempotent() ? Guarantee.IDEMPOTENT : Guarantee.NONE;
    return new CheckReport(guarantee, List.of(step(service.look())));
  }

  @Override
  public Description describe(Target target) {
    var uri = at(target);
    return new Description.Found(uri.toString(), null, List.of());
  }

  /** Notes the deliveries: whoever settles a lost answer sends them again under the same key. */
  @Override
  public Preparation prepare(RowBatch batch) {
    return new Preparation.Ready(String.join("\n", batch.deliveries()));
  }

  @Override
  public Outcome deliver(Attempt attempt) {
    var post = post(attempt);
    return Verdict.ofSend(service.send(post, attempt.deadline()), where(post));
  }

  @Override
  public Resolution resolve(Attempt attempt) {
    if (!settings.idempotent()) {
      return new Resolution.NeverApplied();
    }
    var post = post(attempt);
    return Verdict.ofReplay(service.send(post, attempt.deadline()), where(post));
  }

  @Override
  public void close() {
    service.close();
  }

  private Post post(Attempt attempt) {
    var batch = attempt.batch();
    var deliveries = attempt.plan().lines().toList();
    var body = new Body(batch.layout()).of(batch.rows(), deliveries, settings.rows() > 1);
    return new Post(at(batch.target()), key(deliveries), body);
  }

  private static String key(List<String> deliveries) {
    return deliveries.size() == 1
        ? deliveries.getFirst()
        : UUID.nameUUIDFromBytes(String.join("\n", deliveries).getBytes(StandardCharsets.UTF_8))
            .toString();
  }

  private URI at(Target target) {
    return settings.at(HttpType.path(target));
  }

  private static String where(Post post) {
    return "POST " + post.uri();
  }

  private static CheckReport.Step step(Reply reply) {
    return switch (reply) {
      case Reply.Answered(int status, _, _) when status == 401 || status == 403 ->
          new CheckReport.Step(
              "reach", false, "It answers " + status + ": enter another authorization.");
      case Reply.Answered(int status, _, _) ->
          new CheckReport.Step("reach", true, "It answers (" + status + ").");
      case Reply.NotSent(var cause) -> new CheckReport.Step("reach", false, cause.message());
      case Reply.Unsendable(var cause) -> new CheckReport.Step("reach", false, cause.message());
      case Reply.Lost(var cause) -> new CheckReport.Step("reach", false, cause.message());
    };
  }
}
