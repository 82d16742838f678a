package dev.patchbay.server.issuing.maker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.template.TemplateData;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spi.Row;

/**
 * What a template sees of a delivery: all that it sees of the event, and the cells that the route
 * has mapped.
 */
public final class TemplateValues {
  private TemplateValues() {}

  public static ObjectNode of(Envelope event, Row row) {
    var values = TemplateData.of(event, row.key());
    values.set(
        TemplateData.ROW, ServerJson.MAPPER.<JsonNode>valueToTree(RowValues.of(row.cells())));
    return values;
  }
}
