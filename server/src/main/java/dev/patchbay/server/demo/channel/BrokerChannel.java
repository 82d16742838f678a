package dev.patchbay.server.demo.channel;

import dev.patchbay.model.intake.IntakeDraft;

/** A channel through a broker, which the hub has to be told to read from. */
public interface BrokerChannel extends EventChannel {
  /** How the hub reads from it. */
  IntakeDraft intake();
}
