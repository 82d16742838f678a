package dev.patchbay.server.http;

import dev.patchbay.core.webhook.SignedMessage;

/** Takes messages of systems that have no key of the hub, but sign what they send. Thread-safe. */
public interface SignedWebhook {
  /**
   * Takes a message.
   *
   * @param address where it comes from
   * @param headers as they came; nothing of them is checked yet
   * @return what is answered, as JSON
   * @throws ProblemException if it is not taken
   */
  Object receive(String address, SignedMessage.Headers headers, byte[] body);
}
