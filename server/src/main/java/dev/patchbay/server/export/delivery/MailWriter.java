package dev.patchbay.server.export.delivery;

import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.mail.MailTemplate;
import dev.patchbay.core.mail.MailTemplate.Compiled;
import dev.patchbay.core.mail.MailValues;
import dev.patchbay.model.job.MailOrder;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.http.PublicAddress;
import dev.patchbay.server.mail.Addressees;
import dev.patchbay.spi.message.Attachment;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes mail about the file of a run: the same at every try. Thread-safe. */
final class MailWriter {
  private static final int USUAL_MEGABYTES = 10;
  private static final String SUBJECT = "{name}, {date}";
  private static final String ATTACHED = "{name}, {date}: {rows} rows. The file is attached.\n";
  private static final String LINKED = "{name}, {date}: {rows} rows. The file is here:\n\n{link}\n";

  private final JobRuns runs;
  private final Optional<PublicAddress> hub;

  MailWriter(JobRuns runs, Optional<PublicAddress> hub) {
    this.runs = runs;
    this.hub = hub;
  }

  Message write(MailOrder order, FilePathValues run, KeptFile kept, List<MailAddress> recipients)
      throws HopelessRunException {
    var values = values(run);
    boolean attached = kept.file().length() <= attachUpTo(order);
    var subject = template(order.subject(), SUBJECT).text(values);
    return new Message(
        "export-" + run.run(),
        run.at().toInstant(),
        MailTemplate.cut(subject, MailOrders.LONGEST_SUBJECT),
        text(order, values, attached),
        null,
        Addressees.shown(order.to()),
        recipients,
        attached ? List.of(attachment(kept)) : List.of());
  }

  private static long attachUpTo(MailOrder order) {
    var megabytes = order.attachUpTo();
    return (megabytes == null ? USUAL_MEGABYTES : megabytes) * 1_000_000L;
  }

  private MailValues values(FilePathValues run) {
    long rows = runs.find(run.run()).map(RunView::rows).orElse(0L);
    return new MailValues(
        run.name(), run.at().toLocalDate().toString(), Long.toString(rows), link(run.run()));
  }

  private String link(String run) {
    var path = "exports/" + run + "/file";
    return hub.map(address -> address.api(path))
        .orElse("the file of export " + run + " on the hub, GET /api/v1/integration/" + path);
  }

  /** Whoever gets no file has to learn where it is, whatever the template says. */
  private static String text(MailOrder order, MailValues values, boolean attached)
      throws HopelessRunException {
    var template = template(order.text(), attached ? ATTACHED : LINKED);
    var text = template.text(values);
    return attached || template.links() ? text : text + "\n\n" + values.link() + "\n";
  }

  private static MailTemplate template(@Nullable String own, String usual)
      throws HopelessRunException {
    return switch (MailTemplate.compile(own == null ? usual : own, MailOrders.LONGEST_TEXT)) {
      case Compiled.Ready(var template) -> template;
      case Compiled.Faulty(var message) ->
          throw new HopelessRunException("The subject or text of the mail " + message);
    };
  }

  private Attachment attachment(KeptFile kept) {
    var file = kept.file();
    return new Attachment(
        MailTemplate.oneLine(file.name()),
        file.mediaType(),
        file.length(),
        file.sha256(),
        () -> runs.file(kept.run()));
  }
}
