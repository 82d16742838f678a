package dev.patchbay.services.standin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Things by id. What is handed out is never changed afterwards. Thread-safe. */
final class Shelf {
  private final Map<String, ObjectNode> things = new LinkedHashMap<>();

  Shelf(Collection<ObjectNode> first) {
    first.forEach(this::add);
  }

  /** Adds it, unless there is one with its id. */
  synchronized boolean add(ObjectNode thing) {
    return things.putIfAbsent(thing.path("id").asText(), thing) == null;
  }

  synchronized Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(things.get(id));
  }

  /** Puts another in the place of the one with an id, if there is one. */
  synchronized void change(String id, UnaryOperator<ObjectNode> change) {
    things.computeIfPresent(id, (_, thing) -> change.apply(thing.deepCopy()));
  }

  /** All, in the order they came. */
  synchronized List<ObjectNode> all() {
    return List.copyOf(things.values());
  }
}
