package dev.patchbay.core.enrich;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.core.event.Envelope;
import java.util.List;

/**
 * A path with places for values of an event: {@code /users/{/data/requester/id}}. A value fills one
 * segment, or one value of the query, and nothing beyond. Immutable.
 */
public final class PathTemplate {
  private static final int LONGEST = 2_000;

  private final List<Part> parts;

  PathTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A piece of it. */
  sealed interface Part {
    /** As it stands. */
    record Literal(String text) implements Part {}

    /** The value that an event carries there. */
    record Place(JsonPointer pointer) implements Part {}
  }

  /** What came of filling in an event. */
  public sealed interface Filled {
    /** A path that can be asked for. */
    record Path(String text) implements Filled {}

    /** The event says nothing there: there is nothing to ask for. */
    record Nothing(JsonPointer pointer) implements Filled {}

    /**
     * The event says what cannot stand in a path.
     *
     * @param problem for a person; does not hold the value
     */
    record Unfit(String problem) implements Filled {}
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException saying what is wrong and what to write
   */
  public static PathTemplate parse(String text) {
    return new TemplateParser(text).parse();
  }

  /** Where it looks in an event. */
  public List<JsonPointer> pointers() {
    return parts.stream()
        .filter(Part.Place.class::isInstance)
        .map(part -> ((Part.Place) part).pointer())
        .toList();
  }

  /** The path for an event. */
  public Filled fill(Envelope event) {
    var path = new StringBuilder();
    for (var part : parts) {
      switch (part) {
        case Part.Literal(var text) -> path.append(text);
        case Part.Place(var pointer) -> {
          switch (PathValue.of(event.json().at(pointer))) {
            case PathValue.Encoded(var value) -> path.append(value);
            case PathValue.Absent _ -> {
              return new Filled.Nothing(pointer);
            }
            case PathValue.Unfit(var problem) -> {
              return new Filled.Unfit(pointer + " " + problem);
            }
          }
        }
      }
    }
    return path.length() > LONGEST
        ? new Filled.Unfit("the path would have more than 2,000 characters")
        : new Filled.Path(path.toString());
  }
}
