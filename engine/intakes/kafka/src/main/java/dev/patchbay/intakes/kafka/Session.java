package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.IntakeContext;
import java.time.Duration;

/** Reads as one member of the group, until it is to stop or its connections are of no more use. */
final class Session implements AutoCloseable {
  private static final Duration LONGEST_POLL = Duration.ofMillis(200);

  private final Clients clients;
  private final KafkaSettings settings;
  private final IntakeContext context;
  private final Condition condition;
  private final Stop stop;

  Session(ClientProperties properties, Condition condition, Stop stop) {
    this.clients = Clients.open(properties);
    this.settings = properties.settings();
    this.context = properties.context();
    this.condition = condition;
    this.stop = stop;
  }

  /** Brings all that arrives to the sink. */
  void read(EventSink sink) throws InterruptedException {
    var consumer = clients.consumer();
    var commits = new Commits(consumer, context.checkpoints(), condition);
    var assignment = new Assignment(consumer, commits, condition);
    var positions = new Positions(consumer, assignment, clients.topics(), context);
    var watch = new Watch(consumer, assignment, clients.topics(), condition);
    var delivery = delivery(sink, assignment, watch);
    consumer.subscribe(settings.topics(), assignment);
    while (!stop.isRequested()) {
      watch.look();
      positions.settle();
      var polled = assignment.poll(LONGEST_POLL);
      watch.inHand(polled.count());
      delivery.bring(Batch.of(polled));
      watch.inHand(0);
      commits.flush();
    }
  }

  private Delivery delivery(EventSink sink, Assignment assignment, Watch watch) {
    var patience = new Patience(assignment, watch, stop);
    var copying = new Copying(clients.refused(), patience, condition, new Reasons(settings));
    return new Delivery(sink, patience, copying, assignment, condition);
  }

  @Override
  public void close() {
    clients.close();
  }
}
