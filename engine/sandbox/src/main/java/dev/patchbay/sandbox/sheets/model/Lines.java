package dev.patchbay.sandbox.sheets.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a tab keeps about its rows or its columns: sizes, hiding, groups. */
public final class Lines {

  /** A group of lines; {@code depth} counts from 1. */
  public record Group(int start, int end, int depth, boolean collapsed) {}

  private final int pixelSize;
  private final NavigableMap<Integer, ObjectNode> properties;
  private List<Group> groups;

  Lines(int pixelSize) {
    this(pixelSize, new TreeMap<>(), List.of());
  }

  private Lines(int pixelSize, NavigableMap<Integer, ObjectNode> properties, List<Group> groups) {
    this.pixelSize = pixelSize;
    this.properties = properties;
    this.groups = groups;
  }

  Lines fork() {
    return new Lines(pixelSize, new TreeMap<>(properties), groups);
  }

  /** The DimensionProperties of one line. */
  public ObjectNode properties(int index) {
    ObjectNode json = Json.object().put("pixelSize", pixelSize);
    ObjectNode own = properties.get(index);
    return own == null ? json : json.setAll(own);
  }

  public void set(int index, ObjectNode json) {
    properties.put(index, json);
  }

  public List<Group> groups() {
    return groups;
  }

  public void groups(List<Group> groups) {
    this.groups = List.copyOf(groups);
  }

  void insert(int at, int count) {
    shift(at, count);
    groups(
        groups.stream()
            .map(
                g ->
                    new Group(
                        g.start() >= at ? g.start() + count : g.start(),
                        g.end() > at ? g.end() + count : g.end(),
                        g.depth(),
                        g.collapsed()))
            .toList());
  }

  void delete(int start, int end) {
    properties.subMap(start, true, end, false).clear();
    shift(end, start - end);
    List<Group> kept = new ArrayList<>();
    for (Group group : groups) {
      int from = Spans.afterDelete(group.start(), start, end);
      int to = Spans.afterDelete(group.end(), start, end);
      if (from < to) {
        kept.add(new Group(from, to, group.depth(), group.collapsed()));
      }
    }
    groups(kept);
  }

  private void shift(int from, int by) {
    Map<Integer, ObjectNode> tail = new TreeMap<>(properties.tailMap(from, true));
    properties.tailMap(from, true).clear();
    tail.forEach((index, json) -> properties.put(index + by, json));
  }
}
