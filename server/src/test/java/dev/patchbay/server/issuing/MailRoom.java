package dev.patchbay.server.issuing;

import static java.util.stream.Collectors.toMap;

import dev.patchbay.core.document.DocumentRecipients;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.message.Sent;
import dev.patchbay.spi.store.FileStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A mail server in memory that says what it was told to, lists, and what is noted of recipients.
 */
final class MailRoom implements Exits {
  static final String MAIL = "post";

  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();
  private final Map<String, RecipientView> noted = new TreeMap<>();
  private final List<List<String>> sent = new ArrayList<>();
  private Optional<Sent> answer = Optional.empty();
  private int dies = Integer.MAX_VALUE;
  private Optional<String> hold = Optional.empty();

  /** What it says of one from now on. */
  void says(String address, Receipt receipt) {
    receipts.put(address, receipt);
  }

  /** What it says of all from now on. */
  void says(Sent always) {
    answer = Optional.of(always);
  }

  /** The process ends when this message is to be sent, counted from zero, and is there again. */
  void diesAt(int message) {
    dies = message;
  }

  /** Recipients of each message. */
  List<List<String>> sent() {
    return sent;
  }

  DocumentRecipients recipients() {
    return new Noted();
  }

  private final class Noted implements DocumentRecipients {
    @Override
    public List<RecipientView> of(String document) {
      return List.copyOf(noted.values());
    }

    @Override
    public void note(String document, Collection<RecipientView> some) {
      some.forEach(one -> noted.put(one.address(), one));
    }
  }

  private final class Server implements MessageTarget {
    @Override
    public List<CheckReport.Step> check() {
      return List.of();
    }

    @Override
    public Sent send(Message message, Deadline deadline) {
      if (sent.size() == dies) {
        dies = Integer.MAX_VALUE;
        throw new IllegalStateException("the end of the process");
      }
      sent.add(message.recipients().stream().map(MailAddress::toString).toList());
      return answer.orElseGet(() -> new Sent.Answered(receipts(message)));
    }

    private Map<MailAddress, Receipt> receipts(Message message) {
      return message.recipients().stream()
          .collect(
              toMap(
                  one -> one,
                  one -> receipts.getOrDefault(one.toString(), new Receipt.Accepted())));
    }

    @Override
    public void close() {}
  }

  @Override
  public Optional<FileStore> store(String connector) {
    return Optional.empty();
  }

  @Override
  public Optional<MessageTarget> messages(String connector) {
    return connector.equals(MAIL) ? Optional.of(new Server()) : Optional.empty();
  }

  @Override
  public Optional<String> hold(String connector) {
    return hold;
  }

  @Override
  public void refused(String connector, String reason) {
    hold = Optional.of(reason);
  }

  @Override
  public List<String> addresses(List<String> to) throws HopelessRunException {
    var all = new ArrayList<String>();
    for (var one : to) {
      if (one.startsWith("list:") && !lists.containsKey(one)) {
        throw new HopelessRunException("The list '" + one + "' is no longer there.");
      }
      all.addAll(lists.getOrDefault(one, List.of(one)));
    }
    return all;
  }

  /** A list as it is from now on. */
  void list(String name, List<String> addresses) {
    lists.put(name, addresses);
  }
}
