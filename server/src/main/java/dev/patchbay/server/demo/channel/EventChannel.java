package dev.patchbay.server.demo.channel;

import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.server.client.Answer;
import java.util.List;

/** How a core service tells the hub. Used from one thread at a time. */
public interface EventChannel extends AutoCloseable {
  /** What it is, for a person. */
  String inWords();

  /**
   * Sends events in order. Sending them again is safe.
   *
   * @param events CloudEvents in the JSON event format
   * @return done once they are safe; with the hub's receipts where it answers by itself, without
   *     where a broker has them
   */
  Answer<List<EventReceipt>> send(List<byte[]> events);

  @Override
  void close();
}
