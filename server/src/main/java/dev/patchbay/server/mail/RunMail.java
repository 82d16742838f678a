package dev.patchbay.server.mail;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.PostponedRunException;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.mail.Recipients;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RecipientView.State;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.config.HeldConnector;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.message.Sent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Sends the mail of runs. Who gets it is noted before the first is sent to, and what became of each
 * after every call: nobody who has accepted gets it again. Thread-safe.
 */
public final class RunMail {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Configuration configuration;
  private final Recipients recipients;
  private final Addressees addressees;

  public RunMail(Configuration configuration, Recipients recipients, Addressees addressees) {
    this.configuration = configuration;
    this.recipients = recipients;
    this.addressees = addressees;
  }

  /** What is sent: the same at every try, but for whom it is sent to. */
  @FunctionalInterface
  public interface Letter {
    /** For some of its recipients. */
    Message to(List<MailAddress> some) throws HopelessRunException;
  }

  /**
   * Sends a letter to all that have not got it. Returns once each has accepted or is refused.
   *
   * @param run whose it is; as long as this node has it
   * @param to addresses and lists; those that they meant at the first try count
   * @throws IOException if some have to wait
   * @throws HopelessRunException if all are refused
   * @throws StoppedRunException if another node has the run, which sends to those that are left
   */
  public void send(ClaimedRun run, String connector, List<String> to, Letter letter)
      throws IOException, HopelessRunException, StoppedRunException {
    var all = noted(run.id(), to).stream().map(RecipientView::address).toList();
    for (var some : Portions.of(all)) {
      var open = open(run, some);
      if (!open.isEmpty()) {
        recipients.note(run.id(), RecipientViews.of(sent(connector, letter.to(open))));
      }
    }
    conclude(recipients.of(run.id()));
  }

  /** Asked anew before each call: a node that stood still may have lost the run meanwhile. */
  private List<MailAddress> open(ClaimedRun run, List<String> some) throws StoppedRunException {
    return recipients.open(run).orElseThrow(StoppedRunException::lost).stream()
        .map(RecipientView::address)
        .filter(some::contains)
        .map(MailAddress::of)
        .toList();
  }

  private List<RecipientView> noted(String run, List<String> to) throws HopelessRunException {
    if (recipients.of(run).isEmpty()) {
      recipients.begin(run, addressees.all(to));
    }
    return recipients.of(run);
  }

  private Map<MailAddress, Receipt> sent(String connector, Message message) throws IOException {
    return switch (target(connector).send(message, Deadline.in(LONGEST))) {
      case Sent.Answered(var receipts) -> receipts;
      case Sent.NotSent(var cause) -> throw new PostponedRunException(cause.message());
      case Sent.CredentialRefused(var cause) -> {
        configuration.holdRefused(connector, cause.message());
        throw new PostponedRunException(cause.message());
      }
    };
  }

  private MessageTarget target(String connector) throws IOException {
    HeldConnector.demandFree(configuration, connector);
    return configuration
        .openMessages(connector)
        .orElseThrow(() -> HeldConnector.missing(connector));
  }

  private static void conclude(List<RecipientView> all) throws IOException, HopelessRunException {
    var open = all.stream().filter(one -> RecipientViews.isOpen(one.state())).toList();
    if (!open.isEmpty()) {
      throw new PostponedRunException(
          "%d of %d recipients have to wait: %s"
              .formatted(open.size(), all.size(), open.getFirst().reason()));
    }
    if (all.stream().allMatch(one -> one.state() == State.REFUSED)) {
      throw new HopelessRunException(
          "The mail server refused all recipients: " + all.getFirst().reason());
    }
  }
}
