package dev.patchbay.core.enrich;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was fetched for one event.
 *
 * @param found by name of the enrichment; must not be changed
 * @param lacks enrichments of which there is nothing, in their order
 */
public record Enriched(ObjectNode found, List<Lack> lacks) {
  /** Where mappings find it. */
  public static final String ROOT = "enriched";

  /** Of an event for which nothing was to be fetched. */
  public static final Enriched NOTHING =
      new Enriched(JsonNodeFactory.instance.objectNode(), List.of());

  public Enriched {
    lacks = List.copyOf(lacks);
  }

  /** An enrichment of which there is nothing. */
  public sealed interface Lack {
    /** Code of the cause where the event itself says nothing to ask by. */
    String NOTHING_TO_ASK = "nothing-to-ask";

    String name();

    /** Why, for a person. */
    Cause cause();

    /** The row does without. */
    record Nothing(String name, Cause cause) implements Lack {}

    /** The row has to wait for it. */
    record Later(String name, Cause cause, Duration pause) implements Lack {}

    /** No row can be made until a person mends it. */
    record Fault(String name, Cause cause) implements Lack {}
  }

  /** Whether a pointer leads below what is fetched: {@code /enriched/NAME}. */
  public static boolean isBelow(JsonPointer pointer) {
    return !pointer.matches()
        && ROOT.equals(pointer.getMatchingProperty())
        && !pointer.tail().matches();
  }

  /** Why no row can be made, if that is so. */
  public Optional<Cause> fault() {
    return lacks.stream().filter(Lack.Fault.class::isInstance).map(Lack::cause).findFirst();
  }

  /** What the row has to wait for longest, if it has to wait. */
  public Optional<Lack.Later> later() {
    return lacks.stream()
        .filter(Lack.Later.class::isInstance)
        .map(Lack.Later.class::cast)
        .max((one, other) -> one.pause().compareTo(other.pause()));
  }
}
