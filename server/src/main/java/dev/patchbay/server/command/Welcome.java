package dev.patchbay.server.command;

import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.Story;
import dev.patchbay.server.demo.live.LiveDemo;

/** What a newcomer has to know once the demo runs. */
record Welcome(Story story, LiveDemo demo) {

  /**
   * Tells it.
   *
   * @param open whether the console opens
   */
  void say(boolean open, DemoDirectory directory) {
    story.say("");
    story.say("Patchbay is running. A small city reports its troubles, each becomes a row.");
    story.say("");
    story.fact("sheet", "%s  watch the rows arrive".formatted(demo.sheetPage()));
    story.fact("API", "%s/api/v1/integration".formatted(demo.api()));
    story.fact("events", "by %s".formatted(demo.channel()));
    story.fact("management", "%s/metrics  and  /health/ready".formatted(demo.management()));
    story.fact("log in", "%s".formatted(demo.firstKey()));
    story.fact("", "(also in %s)".formatted(demo.firstKeyFile()));
    story.fact(
        "reports",
        "%s  made by themselves; the console plans them under Jobs".formatted(directory.reports()));
    story.fact(
        "letters",
        "%s  one for each new request; its template is under Templates"
            .formatted(directory.reports().resolve("letters")));
    story.fact("a list", "%s  to be tried under Imports".formatted(demo.oldList()));
    story.fact("data", "%s".formatted(kept(directory)));
    story.fact("log", "%s".formatted(directory.log()));
    story.say("");
    story.say(open ? "The console opens, logged in." : toOpen());
    story.say("");
    story.say("Some deliveries fail on purpose; the console lists them under Deliveries:");
    story.say("  a cost that is no number    make the column a text under Routes, retry all");
    story.say("  a text that no cell holds   shorten it with first(50000), retry, or cancel it");
    story.say("  bad moments of Google       Patchbay waits and delivers by itself");
    story.say("Comments (comment.added) come in as well, and no route takes them yet: make one.");
    story.say("");
    story.say("Ctrl-C stops everything.");
    story.say("");
  }

  /** The console has ended by itself. */
  void sayClosed() {
    story.say("The console was closed, or has no display. " + toOpen());
  }

  private String toOpen() {
    return "To open the console: ./patchbay console --server %s --key-file %s"
        .formatted(demo.api(), demo.firstKeyFile());
  }

  private static String kept(DemoDirectory directory) {
    return directory.kept()
        ? directory.root() + "  kept for the next time"
        : "a temporary directory; --data DIR keeps it";
  }
}
