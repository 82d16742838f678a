package dev.patchbay.server.rest.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.core.delivery.attempt.AttemptContentCodec;
import dev.patchbay.core.enrich.Enricher;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.history.DeliveryHistory.Found;
import dev.patchbay.core.mapping.Mapping.Mapped;
import dev.patchbay.core.route.CellText;
import dev.patchbay.core.route.Route;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.WrittenCell;
import dev.patchbay.model.route.CellType;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One delivery whole: with the row it wrote, or the row the mapping would write now. */
public final class DeliveryViews {
  private static final TypeReference<Map<String, Object>> ENVELOPE = new TypeReference<>() {};

  private final Configuration configuration;
  private final EnvelopeReader reader;
  private final AttemptContentCodec codec;
  private final Enricher enricher;

  /**
   * Views of deliveries.
   *
   * @param enricher what it knows is shown in rows that were not written; nobody is asked
   */
  public DeliveryViews(
      Configuration configuration,
      EnvelopeReader reader,
      AttemptContentCodec codec,
      Enricher enricher) {
    this.configuration = configuration;
    this.reader = reader;
    this.codec = codec;
    this.enricher = enricher;
  }

  DeliveryDetail detail(Found found) {
    var content = found.content();
    return content == null ? mapped(found) : written(found, content);
  }

  private DeliveryDetail written(Found found, byte[] content) {
    var sent = codec.read(content);
    var row =
        sent.rows().stream()
            .filter(candidate -> candidate.key().equals(found.summary().key()))
            .reduce((_, later) -> later);
    return row.map(cells -> detail(found, cells(sent.layout(), cells), null))
        .orElseGet(() -> mapped(found));
  }

  private DeliveryDetail mapped(Found found) {
    return configuration
        .anyRoute(found.summary().route())
        .map(route -> mapped(found, route))
        .orElseGet(() -> detail(found, List.of(), "Its route does not exist any more."));
  }

  private DeliveryDetail mapped(Found found, Route route) {
    var mapping = route.mapping();
    var event = reader.stored(found.payload());
    var known = enricher.known(new Enricher.Wanted(event, route.enrichments()));
    return switch (mapping.map(found.summary().key(), event, known.found())) {
      case Mapped.Good(var row) -> detail(found, cells(mapping.layout(), row), null);
      case Mapped.Bad(var row, var faults) ->
          detail(
              found,
              cells(mapping.layout(), row),
              faults.stream()
                  .map(fault -> fault.column() + ": " + fault.message())
                  .collect(Collectors.joining("; ")));
    };
  }

  private static DeliveryDetail detail(Found found, List<WrittenCell> row, @Nullable String error) {
    return new DeliveryDetail(
        found.summary(), envelope(found.payload()), found.attempts(), row, error);
  }

  private static List<WrittenCell> cells(Layout layout, Row row) {
    return layout.columns().stream()
        .map(
            column -> {
              var cell = row.cells().get(column.id());
              return new WrittenCell(
                  column.id(),
                  column.header(),
                  CellType.valueOf(column.kind().name()),
                  cell == null ? null : CellText.of(cell));
            })
        .toList();
  }

  private static Map<String, Object> envelope(byte[] payload) {
    try {
      return ServerJson.MAPPER.readValue(payload, ENVELOPE);
    } catch (IOException damaged) {
      throw new UncheckedIOException("a stored event is damaged", damaged);
    }
  }
}
