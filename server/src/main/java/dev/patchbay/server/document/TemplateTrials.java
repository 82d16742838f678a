package dev.patchbay.server.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.history.DeliveryHistory;
import dev.patchbay.core.template.TemplateData;
import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.core.template.TemplateEngine.Filled;
import dev.patchbay.core.template.TemplateEngine.Preparation;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.server.http.ServerJson;
import java.util.Map;
import java.util.Optional;

/** Fills templates in to be looked at; nothing is kept. Thread-safe. */
public final class TemplateTrials {
  private final TemplateStore store;
  private final TemplateEngine engine;
  private final DeliveryHistory history;
  private final EnvelopeReader reader;

  public TemplateTrials(
      TemplateStore store, TemplateEngine engine, DeliveryHistory history, EnvelopeReader reader) {
    this.store = store;
    this.engine = engine;
    this.history = history;
    this.reader = reader;
  }

  /** What a template sees of a stored event, if there is one of this id. */
  public Optional<ObjectNode> dataOf(String event) {
    return history
        .event(event)
        .map(stored -> TemplateData.of(reader.stored(ServerJson.bytes(stored.envelope()))));
  }

  /** Data as somebody gave it. */
  public ObjectNode dataOf(Map<String, Object> given) {
    return ServerJson.MAPPER.convertValue(given, ObjectNode.class);
  }

  /** A version of a template filled in, if there is such a version. */
  public Optional<Filled> fill(String name, int number, ObjectNode data) {
    return store.file(name, number).map(file -> filled(file, data));
  }

  private Filled filled(byte[] file, ObjectNode data) {
    return switch (engine.prepare(file)) {
      case Preparation.Ready(var form) -> form.fill(data);
      case Preparation.Refused(TemplateProblem problem) -> new Filled.Failed(problem);
    };
  }
}
