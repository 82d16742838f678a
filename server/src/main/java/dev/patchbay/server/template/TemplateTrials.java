package dev.patchbay.server.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.history.DeliveryHistory;
import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.core.template.TemplateData;
import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.core.template.TemplateEngine.Filled;
import dev.patchbay.core.template.TemplateEngine.Preparation;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.process.Turnstile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Fills templates in to be looked at; nothing is kept. Thread-safe. */
public final class TemplateTrials {
  /** Each may take a second of a processor and some hundred megabytes. */
  private static final int AT_A_TIME = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TemplateStore store;
  private final TemplateEngine engine;
  private final DeliveryHistory history;
  private final EnvelopeReader reader;
  private final Turnstile turnstile = new Turnstile(AT_A_TIME, PATIENCE);

  public TemplateTrials(
      TemplateStore store, TemplateEngine engine, DeliveryHistory history, EnvelopeReader reader) {
    this.store = store;
    this.engine = engine;
    this.history = history;
    this.reader = reader;
  }

  /** What has become of a trial. */
  public sealed interface Outcome {
    /** The document. */
    record Made(FilledDocument document) implements Outcome {}

    /** It cannot be filled in. */
    record Failed(TemplateProblem problem) implements Outcome {}

    /** There is no such version. */
    record Missing() implements Outcome {}

    /** Too many others try theirs. */
    record Busy() implements Outcome {}
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

  /** Fills in a version of a template. */
  public Outcome fill(String name, int number, ObjectNode data) {
    return turnstile
        .pass(
            () ->
                store
                    .file(name, number)
                    .map(file -> filled(file, data))
                    .orElseGet(Outcome.Missing::new))
        .orElseGet(Outcome.Busy::new);
  }

  private Outcome filled(byte[] file, ObjectNode data) {
    return switch (engine.prepare(file)) {
      case Preparation.Ready(var form) ->
          switch (form.fill(data)) {
            case Filled.Made(var document) -> new Outcome.Made(document);
            case Filled.Failed(var problem) -> new Outcome.Failed(problem);
          };
      case Preparation.Refused(var problem) -> new Outcome.Failed(problem);
    };
  }
}
