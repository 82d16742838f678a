package dev.patchbay.server.demo.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** All that happens in a small city, one fact after another. Used from one thread at a time. */
final class City {
  private static final int MOST_OPEN = 40;
  private static final int FEWEST_OPEN = 8;

  private final RequestNumbers numbers;
  private final RandomGenerator chance;
  private final List<RequestLife> open = new ArrayList<>();

  City(RequestNumbers numbers, RandomGenerator chance) {
    this.numbers = numbers;
    this.chance = chance;
  }

  /** The next fact, a CloudEvent. */
  ObjectNode next(Instant now) {
    boolean reports =
        open.size() < FEWEST_OPEN || (open.size() < MOST_OPEN && chance.nextInt(5) < 2);
    if (reports) {
      var request = new RequestLife("R-%06d".formatted(numbers.next()), chance);
      open.add(request);
      return request.report(now);
    }
    var request = Places.one(open, chance);
    var fact = request.next(now);
    open.removeIf(RequestLife::isClosed);
    return fact;
  }

  /** A request that no spreadsheet takes: somebody pasted a whole log into it. */
  ObjectNode oversized(Instant now) {
    var fact = new RequestLife("R-%06d".formatted(numbers.next()), chance).report(now);
    var line = "2026-01-31 08:15:00 sensor 17 pressure below threshold\n";
    fact.withObject("/data").put("description", line.repeat(1_000));
    return fact;
  }
}
