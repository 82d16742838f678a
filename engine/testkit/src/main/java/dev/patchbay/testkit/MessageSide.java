package dev.patchbay.testkit;

import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.MessageTarget;
import java.util.List;
import java.util.Map;

/**
 * The outside world of a message target under test, seen by another way than through the target: a
 * real server with mailboxes, and a network that can be broken on purpose.
 */
public interface MessageSide extends AutoCloseable {
  /** A target as a process of its own would open it. */
  MessageTarget connect();

  /** One whose credential is wrong. */
  MessageTarget stranger();

  /** One that is set to a place where nobody listens. */
  MessageTarget misplaced();

  /** What lies in a mailbox, the oldest first. */
  List<Arrived> mailbox(MailAddress address);

  /** From now on this one is refused for good. */
  void refuse(MailAddress address);

  /** From now on this one has to wait. */
  void postpone(MailAddress address);

  /** The next message is refused as a whole, for good. */
  void refuseNextMessage();

  /** The next message is taken, but the connection ends before that is said. */
  void loseNextAnswer();

  /** The connection ends in the middle of the next message. */
  void breakNextMessage();

  /** The server says nothing more once the next message is whole. */
  void stallNextAnswer();

  @Override
  void close();

  /**
   * A message as a reader sees it.
   *
   * @param id as every reader sees it
   * @param shown who it says it was written to
   * @param attachments content by name
   */
  record Arrived(
      String id, String subject, String text, String shown, Map<String, byte[]> attachments) {
    public Arrived {
      attachments = Map.copyOf(attachments);
    }
  }
}
