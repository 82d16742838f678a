package dev.patchbay.server.chaos.load;

import java.util.List;

/** Where core services leave events. */
public interface Outlet extends AutoCloseable {
  /** Returns true once all are safe; false if that is not known. */
  boolean leave(List<Message> messages);

  @Override
  void close();

  /**
   * What a broker carries.
   *
   * @param key messages of one key keep their order, where the broker has one
   */
  record Message(String key, byte[] body) {
    /** A fact as it is. */
    public static Message of(Fact fact) {
      return new Message(fact.key(), fact.json());
    }
  }
}
