package dev.patchbay.server.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StepWork;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.notice.NoticeRequest;
import dev.patchbay.core.notice.Notices;
import dev.patchbay.server.http.PublicAddress;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.mail.Addressees;
import dev.patchbay.server.mail.RunMail;
import dev.patchbay.spi.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sends notices. Thread-safe. */
public final class NoticeWork implements StepWork {
  private static final int MOST_NAMED = 20;

  private final Notices notices;
  private final RunMail mail;
  private final Optional<PublicAddress> hub;

  /**
   * Notices.
   *
   * @param hub where people reach the hub, for links
   */
  public NoticeWork(Notices notices, RunMail mail, Optional<PublicAddress> hub) {
    this.notices = notices;
    this.mail = mail;
    this.hub = hub;
  }

  @Override
  public String kind() {
    return Notices.KIND;
  }

  @Override
  public Ending work(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var request = request(run);
    var told = notices.told(run.id(), MOST_NAMED);
    if (!told.newest().isEmpty()) { // else they were taken away: nothing is left to tell
      var text = new NoticeText(request, told, hub);
      mail.send(
          run,
          request.connector(),
          request.to(),
          some ->
              new Message(
                  "notice-" + run.id(),
                  run.due(),
                  text.subject(),
                  text.text(),
                  null,
                  Addressees.shown(request.to()),
                  some,
                  List.of()));
    }
    return new Ending.Done();
  }

  private static NoticeRequest request(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), NoticeRequest.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the notice.");
    }
  }
}
