package dev.patchbay.server.command;

import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.Story;
import dev.patchbay.server.demo.live.LiveDemo;

/** What a newcomer has to know once the demo runs. */
record Welcome(Story story, LiveDemo demo) {

  /**
   * Tells it.
   *
   * @param open whether the console was opened
   */
  void say(boolean open, DemoDirectory directory) {
    story.say("");
    story.say("Patchbay is running. A small city reports its troubles, each becomes a row.");
    story.say("");
    story.fact("sheet", "%s  watch the rows arrive".formatted(demo.sheetPage()));
    story.fact("API", "%s/api/v1/integration".formatted(demo.api()));
    story.fact("management", "%s/metrics  and  /health/ready".formatted(demo.management()));
    story.fact("log in", "%s".formatted(demo.firstKey()));
    story.fact("", "(also in %s)".formatted(demo.firstKeyFile()));
    story.fact("data", "%s".formatted(kept(directory)));
    story.fact("log", "%s".formatted(directory.log()));
    story.say("");
    story.say(open ? "The console is open and logged in." : toOpen());
    story.say("Some deliveries fail on purpose, find them under Deliveries:");
    story.say("  a cost that is no number    mend the route (make the column a text), retry all");
    story.say("  a text Google finds too long    cancel it, or have it corrected");
    story.say("  now and then Google is down    watch Patchbay wait and deliver by itself");
    story.say("Comments come in, too (comment.added), and no route takes them: make one.");
    story.say("");
    story.say("Ctrl-C stops everything.");
    story.say("");
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
