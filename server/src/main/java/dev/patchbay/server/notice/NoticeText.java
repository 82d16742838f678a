package dev.patchbay.server.notice;

import dev.patchbay.core.mail.MailTemplate;
import dev.patchbay.core.notice.NoticeRequest;
import dev.patchbay.core.notice.Notices.Told;
import dev.patchbay.model.job.NoticeOrder.Event;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.http.PublicAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a notice says, for people.
 *
 * @param hub where they reach the hub; without it the text says how a run is fetched
 */
record NoticeText(NoticeRequest request, Told told, Optional<PublicAddress> hub) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** One line, whatever the schedule is called. */
  String subject() {
    var last = told.newest().getLast();
    var name = called(last);
    return switch (last.state()) {
      case DONE -> found(last) + ": " + name;
      case SKIPPED -> times("Left out", told.skipped()) + ": " + name;
      case FAILED, QUEUED, RUNNING, CANCELLED -> times("Failed", told.failed()) + ": " + name;
    };
  }

  /** Runs without a schedule of their own are called by name, several of them together. */
  private String called(RunView last) {
    if (!request.schedule().isEmpty()) {
      return MailTemplate.oneLine(request.schedule());
    }
    return told.failed() == 1 ? named(last) : "runs of the hub";
  }

  private static String named(RunView run) {
    var schedule = run.schedule();
    return MailTemplate.oneLine(
        "%s '%s'".formatted(run.kind(), schedule == null ? run.name() : schedule));
  }

  /** A run that is done is told of for what it found, or else because others had failed. */
  private static String found(RunView run) {
    long count = Objects.requireNonNullElse(run.findings(), 0L);
    return count == 0 ? "Works again" : count == 1 ? "1 finding" : count + " findings";
  }

  private static String times(String what, long count) {
    return count == 1 ? what : "%s %d times".formatted(what, count);
  }

  String text() {
    long unnamed = told.failed() + told.skipped() - named();
    var before = unnamed > 0 ? "%d more runs came before these.%n%n".formatted(unnamed) : "";
    return heading()
        + before
        + told.newest().stream().map(this::run).collect(Collectors.joining("\n"))
        + "\n"
        + promise();
  }

  private String heading() {
    return request.schedule().isEmpty()
        ? "Runs of the hub failed.%n%n".formatted()
        : "Schedule: %s%n%n".formatted(MailTemplate.oneLine(request.schedule()));
  }

  private long named() {
    return told.newest().stream().filter(run -> run.state() != RunState.DONE).count();
  }

  private String run(RunView run) {
    return """
        %s
          due %s, ended %s (%s)
        %s  %s
        """
        .formatted(
            request.schedule().isEmpty() ? named(run) + ": " + ending(run) : ending(run),
            minute(run.due() == null ? run.askedAt() : run.due()),
            minute(Objects.requireNonNullElse(run.endedAt(), run.askedAt())),
            request.zone(),
            reason(run),
            link(run.id()));
  }

  private static String ending(RunView run) {
    return switch (run.state()) {
      case DONE ->
          run.findings() == null
              ? "Done"
              : "Done, " + Objects.requireNonNull(run.findings()) + " found";
      case SKIPPED -> "Left out";
      case FAILED, QUEUED, RUNNING, CANCELLED ->
          run.tries() == 1 ? "Failed after one try" : "Failed after " + run.tries() + " tries";
    };
  }

  private static String reason(RunView run) {
    return run.reason() == null ? "" : "  " + MailTemplate.oneLine(run.reason()) + "\n";
  }

  private String link(String run) {
    var path = "runs/" + run;
    return hub.map(address -> address.api(path))
        .orElse("GET /api/v1/integration/" + path + " of the hub tells more.");
  }

  private String minute(Instant at) {
    return MINUTE.format(at.atZone(ZoneId.of(request.zone())));
  }

  private String promise() {
    var last = told.newest().getLast().state();
    if (last != RunState.FAILED) {
      return "";
    }
    return request.on().contains(Event.RECOVERED)
        ? "Further failures are told together, once an hour, and at once that it works again.\n"
        : "Further failures are told together, once an hour.\n";
  }
}
