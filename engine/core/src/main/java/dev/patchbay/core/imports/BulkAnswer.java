package dev.patchbay.core.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.core.event.ExactJson;
import dev.patchbay.core.imports.ImportStore.OpenChunk;
import dev.patchbay.core.imports.ImportStore.Settled;
import dev.patchbay.model.imports.ImportProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** BulkResult of the Request Service's contract. */
public final class BulkAnswer {
  private static final ExactJson JSON = new ExactJson();
  private static final int MADE = 201;
  private static final int EXISTS = 409;
  private static final int REFUSED = 422;
  private static final int LONGEST = 300;

  private BulkAnswer() {}

  /** What became of the items, in their order. */
  public record Answer(List<Item> items) {
    public Answer {
      items = List.copyOf(items);
    }

    /** What that means for the rows of a chunk. */
    public Settled settled(OpenChunk chunk, List<BoundColumn> columns) {
      int made = 0;
      int existed = 0;
      var refused = new ArrayList<RowKey>();
      var problems = new ArrayList<ImportProblem>();
      for (int i = 0; i < items.size(); i++) {
        long row = chunk.rows().get(i);
        switch (items.get(i)) {
          case Item.Made _ -> made++;
          case Item.Exists _ -> {
            existed++;
            problems.add(new ImportProblem(row, "", "", "", EXISTED));
          }
          case Item.Refused item -> {
            refused.add(chunk.keys().get(i));
            problems.add(item.problem(row, columns));
          }
        }
      }
      return new Settled(made, existed, refused, problems);
    }
  }

  private static final String EXISTED =
      "is there already: the service has a request with this id and left it as it is";

  /** What became of one item. */
  public sealed interface Item {
    record Made() implements Item {}

    record Exists() implements Item {}

    /**
     * It is no request.
     *
     * @param field that is at fault, with dots; empty if none is named
     */
    record Refused(String field, String message) implements Item {
      private ImportProblem problem(long row, List<BoundColumn> columns) {
        var said = "was refused by the service: " + message;
        return columns.stream()
            .filter(column -> column.column().field().equals(field))
            .findFirst()
            .map(at -> new ImportProblem(row, at.letters(), at.header(), "", said))
            .orElseGet(() -> new ImportProblem(row, "", field, "", said));
      }
    }
  }

  /** The answer for so many items; empty if it is not what the contract says. */
  public static Optional<Answer> of(byte[] json, int count) {
    try {
      var results = JSON.read(json).path("results");
      var items = new ArrayList<Item>();
      for (var result : results) {
        var item = item(result);
        if (item.isEmpty() || result.path("index").asInt(-1) != items.size()) {
          return Optional.empty();
        }
        items.add(item.get());
      }
      return items.size() == count ? Optional.of(new Answer(items)) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Item> item(JsonNode result) {
    return switch (result.path("status").asInt()) {
      case MADE -> Optional.of(new Item.Made());
      case EXISTS -> Optional.of(new Item.Exists());
      case REFUSED -> Optional.of(refused(result.path("problem")));
      default -> Optional.empty();
    };
  }

  private static Item refused(JsonNode problem) {
    var error = problem.path("errors").path(0);
    var message =
        error.path("message").asText(problem.path("detail").asText(problem.path("title").asText()));
    var field = error.path("field").asText("");
    return new Item.Refused(
        shortened(field.startsWith("/") ? field.substring(1).replace('/', '.') : field),
        shortened(message));
  }

  private static String shortened(String text) {
    return Characters.whole(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
  }
}
