package dev.patchbay.core.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.enrich.Enriched.Lack;
import dev.patchbay.core.enrich.Enricher.Question;
import dev.patchbay.core.enrich.PathTemplate.Filled;
import dev.patchbay.core.event.ExactJson;
import dev.patchbay.core.service.Answer;
import dev.patchbay.core.service.Services;
import dev.patchbay.spi.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands the answers of a batch to its rows; every answer is parsed once. */
final class EnrichedRows {
  private final Map<FetchKey, Answer> answers;
  private final EnrichSettings.Pauses pauses;
  private final ExactJson json;
  private final Map<FetchKey, JsonNode> trees = new HashMap<>();

  EnrichedRows(Map<FetchKey, Answer> answers, EnrichSettings.Pauses pauses, ExactJson json) {
    this.answers = answers;
    this.pauses = pauses;
    this.json = json;
  }

  Enriched of(List<Question> questions) {
    var found = JsonNodeFactory.instance.objectNode();
    var lacks = new ArrayList<Lack>(0);
    questions.forEach(question -> add(question, found, lacks));
    return new Enriched(found, lacks);
  }

  private void add(Question question, ObjectNode found, List<Lack> lacks) {
    var name = question.enrichment().name();
    switch (question.filled()) {
      case Filled.Nothing(var pointer) ->
          lacks.add(
              new Lack.Nothing(
                  name, new Cause(Lack.NOTHING_TO_ASK, "the event has no " + pointer)));
      case Filled.Unfit(var problem) ->
          lacks.add(
              new Lack.Fault(
                  name,
                  new Cause(
                      "unfit-path",
                      "Enrichment '%s' asks service '%s' by a value that cannot stand in a path: %s. Correct the path of the route, or the event."
                          .formatted(name, question.enrichment().service(), problem))));
      case Filled.Path _ -> answered(question, found, lacks);
    }
  }

  private void answered(Question question, ObjectNode found, List<Lack> lacks) {
    var name = question.enrichment().name();
    switch (answer(question)) {
      case Answer.Found(var bytes) ->
          found.set(
              name, trees.computeIfAbsent(question.wish().orElseThrow().key(), _ -> tree(bytes)));
      case Answer.Missing _ -> {
        var words = "service '%s' has no such thing".formatted(question.enrichment().service());
        lacks.add(new Lack.Nothing(name, new Cause("missing", words)));
      }
      case Answer.Refused(var cause) -> lacks.add(new Lack.Fault(name, refused(cause)));
      case Answer.Unavailable unavailable -> lacks.add(lack(question.enrichment(), unavailable));
    }
  }

  private Answer answer(Question question) {
    return switch (question.access()) {
      case Services.Closed(var cause) -> new Answer.Unavailable(cause, pauses.after(4));
      case Services.Open open -> {
        var answer = question.wish().map(wish -> answers.get(wish.key())).orElse(null);
        yield answer == null ? late(open) : answer;
      }
    };
  }

  private Answer late(Services.Open service) {
    var words =
        "Service '%s' did not answer in time; what it answers late is used then"
            .formatted(service.name());
    return new Answer.Unavailable(new Cause("late", words), pauses.shortest());
  }

  private static Lack lack(CompiledEnrichment enrichment, Answer.Unavailable answer) {
    return switch (enrichment.whenUnavailable()) {
      case WAIT -> new Lack.Later(enrichment.name(), answer.cause(), answer.pause());
      case DELIVER_WITHOUT -> new Lack.Nothing(enrichment.name(), answer.cause());
    };
  }

  private static Cause refused(Cause cause) {
    return new Cause(
        cause.code(),
        cause.message() + " Correct the path of the enrichment, then retry the delivery.");
  }

  private JsonNode tree(byte[] bytes) {
    try {
      return json.read(bytes);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
