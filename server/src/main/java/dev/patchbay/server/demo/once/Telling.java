package dev.patchbay.server.demo.once;

import dev.patchbay.server.demo.DemoServer;
import dev.patchbay.server.demo.GoogleCalls;
import dev.patchbay.server.demo.GoogleStandIn;
import dev.patchbay.server.demo.Story;
import dev.patchbay.server.demo.channel.EventChannel;
import java.util.stream.Collectors;

/** Tells a person what happens in a run, and how it ended. */
final class Telling {
  private static final int LINES_SHOWN = 10;

  private final Story story;

  Telling(Story story) {
    this.story = story;
  }

  void file(OnceOptions options, RequestFile file) {
    story.say(
        "Patchbay brings %s into a Google Sheet.".formatted(options.requests().getFileName()));
    story.say("");
    story.fact(
        "file",
        "%,d rows of %,d requests, %d columns, identified by %s"
            .formatted(
                file.rows().size(), file.lastRows().size(), file.header().size(), file.keyName()));
    if (!file.withoutKey().isEmpty()) {
      story.fact(
          "left out",
          "%,d without a value for %s, line %s"
              .formatted(file.withoutKey().size(), file.keyName(), lines(file)));
    }
  }

  void channel(EventChannel channel) {
    story.fact("events", "by %s".formatted(channel.inWords()));
  }

  void started(GoogleStandIn google, DemoServer server, OnceOptions options) {
    story.fact("server", "%s, on an embedded PostgreSQL".formatted(server.api()));
    story.fact("google", "%s, a local stand-in that keeps Google's quotas".formatted(google.uri()));
    options
        .killEvery()
        .ifPresent(
            every ->
                story.fact(
                    "trouble",
                    "kill -9 of the server every %.1f s".formatted(every.toMillis() / 1e3)));
    if (options.dropAnswers() > 0) {
      story.fact(
          "trouble",
          "%.0f %% of Google's answers to writes never arrive"
              .formatted(options.dropAnswers() * 100));
    }
  }

  void result(RequestFile file, Report report, Findings findings, GoogleCalls calls) {
    story.say("");
    story.say("Read back and compared, %,d cells:".formatted(findings.cells()));
    story.say("");
    long repeated = file.rows().size() - report.eventsAccepted();
    figure("events accepted", report.eventsAccepted(), repeated(repeated));
    figure("rows in the sheet", report.rowsInSheet(), "");
    figure("lost keys", report.lostKeys(), "");
    figure("doubled keys", report.duplicateKeys(), "");
    figure("wrong cells", report.wrongCells(), "");
    figure("calls to Google", report.googleReadCalls() + report.googleWriteCalls(), split(report));
    figure("retries", report.retries(), "calls without a good answer, settled or sent again");
    figure("over quota", calls.overQuota(), "");
    figure("kills", report.kills(), "");
    story.say(
        "  %-18s %,10.1f  %,.0f rows a second"
            .formatted("seconds", report.seconds(), report.rowsPerSecond()));
    story.say("");
    findings.examples().forEach(example -> story.say("  ! %s".formatted(example)));
    story.say(
        report.allRight()
            ? "PASSED: nothing lost, nothing doubled, nothing wrong."
            : "FAILED: the sheet is not what the file says.");
  }

  private void figure(String what, long number, String remark) {
    story.say(("  %-18s %,10d  " + remark).stripTrailing().formatted(what, number));
  }

  private static String repeated(long rows) {
    return rows == 0 ? "" : "%,d repeated rows recognised".formatted(rows);
  }

  private static String split(Report report) {
    return "reads %,d, writes %,d".formatted(report.googleReadCalls(), report.googleWriteCalls());
  }

  private static String lines(RequestFile file) {
    var shown =
        file.withoutKey().stream()
            .limit(LINES_SHOWN)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return file.withoutKey().size() > LINES_SHOWN ? shown + " …" : shown;
  }
}
