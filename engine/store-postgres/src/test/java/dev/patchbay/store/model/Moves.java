package dev.patchbay.store.model;

import dev.patchbay.store.model.Move.Kind;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Makes random sequences. */
final class Moves {
  private static final int LARGEST = 1_000;
  private static final int MOST_INNER = 4;

  private final SplittableRandom chance;

  Moves(long seed) {
    chance = new SplittableRandom(seed);
  }

  List<Move> sequence(int length) {
    return Stream.generate(this::move).limit(length).toList();
  }

  private Move move() {
    var kind = kind(each -> each.weight);
    var inner =
        kind == Kind.INTERLEAVE
            ? Stream.generate(this::inner).limit(chance.nextInt(1, MOST_INNER + 1)).toList()
            : List.<Move>of();
    return new Move(kind, number(), number(), number(), inner);
  }

  private Move inner() {
    return new Move(kind(each -> each.innerWeight), number(), number(), number(), List.of());
  }

  private Kind kind(ToIntFunction<Kind> weight) {
    var place = chance.nextInt(Stream.of(Kind.values()).mapToInt(weight).sum());
    for (var kind : Kind.values()) {
      place -= weight.applyAsInt(kind);
      if (place < 0) {
        return kind;
      }
    }
    throw new AssertionError("weights do not add up");
  }

  private int number() {
    return chance.nextInt(LARGEST);
  }
}
