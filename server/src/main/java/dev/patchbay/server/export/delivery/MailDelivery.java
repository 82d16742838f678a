package dev.patchbay.server.export.delivery;

import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.MailOrder;
import dev.patchbay.server.http.PublicAddress;
import dev.patchbay.server.mail.Addressees;
import dev.patchbay.server.mail.RunMail;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Mails the files of runs. Thread-safe. */
public final class MailDelivery {
  private final RunMail mail;
  private final MailOrders orders;
  private final MailWriter writer;

  /**
   * Delivery by mail.
   *
   * @param hub where people reach the hub, for links; they say how to fetch it if empty
   */
  public MailDelivery(
      RunMail mail, Addressees addressees, JobRuns runs, Optional<PublicAddress> hub) {
    this.mail = mail;
    this.orders = new MailOrders(addressees);
    this.writer = new MailWriter(runs, hub);
  }

  /** Faults of an order, by field. */
  public List<FieldError> faults(MailOrder order, String at) {
    return orders.faults(order, at);
  }

  /** Sends a file to all that have not got it. Returns once each has accepted or is refused. */
  public void send(ClaimedRun run, MailOrder order, FilePathValues values, KeptFile kept)
      throws IOException, HopelessRunException, StoppedRunException {
    mail.send(run, order.connector(), order.to(), some -> writer.write(order, values, kept, some));
  }
}
