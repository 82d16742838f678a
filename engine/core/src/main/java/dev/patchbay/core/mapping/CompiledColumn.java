package dev.patchbay.core.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.model.route.CellType;
import java.util.List;

/**
 * One column, ready to work.
 *
 * @param steps transforms, and last what privacy demands
 * @param personal whether its values must not show in messages
 */
record CompiledColumn(
    String id,
    CellType type,
    Source source,
    List<Transform> steps,
    CellConversion conversion,
    boolean personal) {
  CompiledColumn {
    steps = List.copyOf(steps);
  }

  CellResult cell(Envelope event, ObjectNode enriched) {
    var value = source.read(event, enriched);
    for (var step : steps) {
      value = step.apply(value);
    }
    return conversion.convert(value, type);
  }

  Mapping.Fault fault(CellResult.Misfit misfit) {
    var found = personal ? "the value" : "'" + JsonText.shown(misfit.found()) + "'";
    return new Mapping.Fault(id, found + " " + misfit.problem());
  }
}
