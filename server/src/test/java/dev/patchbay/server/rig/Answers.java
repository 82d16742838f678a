package dev.patchbay.server.rig;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All that a hub has answered. */
final class Answers implements Consumer<byte[]> {
  private final List<byte[]> heard = new CopyOnWriteArrayList<>();

  @Override
  public void accept(byte[] answer) {
    heard.add(answer);
  }

  boolean hold(String text) {
    return heard.stream()
        .anyMatch(answer -> new String(answer, StandardCharsets.UTF_8).contains(text));
  }
}
