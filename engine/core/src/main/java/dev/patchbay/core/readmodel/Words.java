package dev.patchbay.core.readmodel;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Words that requests are searched for: each of them, in any case, is in one of the texts.
 *
 * @param text the words, divided by blanks
 * @param places texts of a request that are looked into
 */
public record Words(String text, Set<Place> places) {
  public Words {
    places = Set.copyOf(places);
  }

  /** Words that are looked for everywhere. */
  public static Words anywhere(String text) {
    return new Words(text, EnumSet.allOf(Place.class));
  }

  /** Whether they are looked for everywhere. */
  public boolean lookEverywhere() {
    return places.size() == Place.values().length;
  }

  /** The same, looked for in some of these fields only. */
  public Words only(Predicate<String> field) {
    return new Words(
        text,
        places.stream().filter(place -> field.test(place.field())).collect(Collectors.toSet()));
  }

  /** Fields that they are looked for in. */
  public List<FieldUse> uses() {
    return places.stream().sorted().map(place -> new FieldUse("text", place.field())).toList();
  }

  /** Texts of a request that are looked into. */
  public enum Place {
    TITLE("title"),
    DESCRIPTION("description"),
    ADDRESS("address");

    private final String field;

    Place(String field) {
      this.field = field;
    }

    /** The field that it is. */
    public String field() {
      return field;
    }
  }
}
