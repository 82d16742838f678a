package dev.patchbay.core.enrich;

import dev.patchbay.core.enrich.Fetcher.Wish;
import dev.patchbay.core.enrich.PathTemplate.Filled;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.ExactJson;
import dev.patchbay.core.service.Answer;
import dev.patchbay.core.service.Services;
import dev.patchbay.spi.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches what events lack. Each thing is fetched once, however many rows and lanes of this node
 * want it; a service gets so many calls at a time and no more; what is not there when a batch has
 * waited long enough is left to the policy of each enrichment, and found later. Thread-safe.
 */
public final class Enricher {
  private final Services services;
  private final EnrichSettings settings;
  private final Fetcher fetcher;
  private final ExactJson json = new ExactJson();

  public Enricher(EnrichPorts ports, EnrichSettings settings, InstantSource clock) {
    var known =
        new KnownAnswers(
            settings.memory(), new SharedAnswers(ports.shared()), ports.observer(), clock);
    this.services = ports.services();
    this.settings = settings;
    this.fetcher =
        new Fetcher(
            known, new Troubles(settings.pauses(), clock), ports.calls(), settings.atOnce());
  }

  /** An event with what its route wants to know. */
  public record Wanted(Envelope event, List<CompiledEnrichment> enrichments) {
    public Wanted {
      enrichments = List.copyOf(enrichments);
    }
  }

  /** Fetches for a batch, in the usual time. */
  public List<Enriched> enrich(List<Wanted> batch) {
    return enrich(batch, Deadline.in(settings.batch()));
  }

  /** What is known of an event without asking anybody. */
  public Enriched known(Wanted wanted) {
    return enrich(List.of(wanted), Deadline.in(Duration.ZERO)).getFirst();
  }

  /** Fetches for a batch; one result for each event, in their order. */
  private List<Enriched> enrich(List<Wanted> batch, Deadline deadline) {
    var questions = batch.stream().map(this::questions).toList();
    var answers = answers(wishes(questions), deadline);
    var results = new EnrichedRows(answers, settings.pauses(), json);
    return questions.stream().map(results::of).toList();
  }

  /**
   * One enrichment of one event.
   *
   * @param wish what to fetch; empty where there is nothing to ask for, or nobody to ask
   */
  record Question(
      CompiledEnrichment enrichment, Filled filled, Services.Access access, Optional<Wish> wish) {}

  private List<Question> questions(Wanted wanted) {
    return wanted.enrichments().stream()
        .map(enrichment -> question(enrichment, wanted.event()))
        .toList();
  }

  private Question question(CompiledEnrichment enrichment, Envelope event) {
    var filled = enrichment.path().fill(event);
    var access = services.of(enrichment.service());
    Optional<Wish> wish =
        filled instanceof Filled.Path(var path) && access instanceof Services.Open open
            ? Optional.of(
                new Wish(
                    new FetchKey(open.name(), open.edition(), path),
                    open,
                    enrichment.keep(),
                    enrichment.keep()))
            : Optional.empty();
    return new Question(enrichment, filled, access, wish);
  }

  /** Each thing once, in the order of the rows. */
  private static List<Wish> wishes(List<List<Question>> questions) {
    var wishes = new LinkedHashMap<FetchKey, Wish>();
    questions.forEach(
        row ->
            row.forEach(
                question ->
                    question
                        .wish()
                        .ifPresent(wish -> wishes.merge(wish.key(), wish, Wish::together))));
    return List.copyOf(wishes.values());
  }

  private Map<FetchKey, Answer> answers(List<Wish> wishes, Deadline deadline) {
    var answers = new HashMap<FetchKey, Answer>();
    var unknown = new ArrayList<Wish>();
    for (var wish : wishes) {
      fetcher
          .known(wish)
          .ifPresentOrElse(answer -> answers.put(wish.key(), answer), () -> unknown.add(wish));
    }
    if (!unknown.isEmpty() && !deadline.passed()) {
      answers.putAll(new FetchRound(fetcher, deadline).run(unknown, settings.atOnce()));
    }
    return answers;
  }
}
