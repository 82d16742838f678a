package dev.patchbay.server.demo;

import java.io.PrintWriter;

/** What a demo tells the person who started it. Thread-safe. */
public record Story(PrintWriter out) {

  /** One line. */
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  /** One line with what it is about before it. */
  public void fact(String what, String line) {
    say("  %-10s %s".formatted(what, line));
  }
}
