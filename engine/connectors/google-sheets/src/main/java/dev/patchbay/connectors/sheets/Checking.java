package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import dev.patchbay.connectors.sheets.Google.Budget;
import dev.patchbay.google.Failure;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.CheckReport.Step;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Looks whether a connector can do its work, and proves what the guarantee builds on: that Google
 * refuses a second piece of developer metadata with the same id.
 */
final class Checking {
  private static final String KEY = "patchbay.check";
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Google google;
  private final RandomGenerator random;
  private final Map<String, Guarantee> proven = new ConcurrentHashMap<>();

  Checking(Google google, RandomGenerator random) {
    this.google = google;
    this.random = random;
  }

  /** What is known of a spreadsheet; unproven ones are taken at Google's word. */
  Guarantee guarantee(Place place) {
    return proven.getOrDefault(place.spreadsheetId(), Guarantee.IDEMPOTENT);
  }

  CheckReport check(List<Target> targets) {
    var steps = new ArrayList<Step>();
    var refused = google.signIn();
    steps.add(
        refused
            .map(failure -> new Step("Sign in", false, failure.cause().message()))
            .orElse(new Step("Sign in", true, "Google accepts the credential.")));
    var places = targets.stream().map(Place::of).toList();
    var titles = new HashMap<String, String>();
    if (refused.isEmpty()) {
      places.stream()
          .map(Place::spreadsheetId)
          .distinct()
          .forEach(id -> spreadsheet(id, steps).ifPresent(title -> titles.put(id, title)));
    }
    boolean weaker = places.stream().anyMatch(place -> guarantee(place) == Guarantee.PROBE);
    return new CheckReport(
        weaker ? Guarantee.PROBE : Guarantee.IDEMPOTENT, steps, titles(targets, titles));
  }

  private static Map<Target, String> titles(List<Target> targets, Map<String, String> found) {
    var titles = new HashMap<Target, String>();
    for (var target : targets) {
      var place = Place.of(target);
      Optional.ofNullable(found.get(place.spreadsheetId()))
          .ifPresent(spreadsheet -> titles.put(target, place.titleIn(spreadsheet)));
    }
    return titles;
  }

  /** Returns its title if it can be read. */
  private Optional<String> spreadsheet(String id, List<Step> steps) {
    Reply<Spreadsheet> read =
        google.take(
            Budget.READ,
            "spreadsheets.get",
            Deadline.in(LONGEST),
            api -> api.get(id).setFields("properties.title").execute());
    return switch (read) {
      case Reply.Answer<Spreadsheet>(var found) -> {
        var title = found.getProperties().getTitle();
        steps.add(new Step("Read " + title, true, "The spreadsheet can be read."));
        prove(id, title, steps);
        yield Optional.of(title);
      }
      case Reply.Failed<Spreadsheet>(var failure) -> {
        steps.add(new Step("Read " + id, false, failure.cause().message()));
        yield Optional.empty();
      }
    };
  }

  private void prove(String id, String title, List<Step> steps) {
    int token = random.nextInt(1, Integer.MAX_VALUE);
    var value = UUID.randomUUID().toString();
    var create = Tokens.create(token, KEY, value, Tokens.spreadsheet());
    switch (write(id, create)) {
      case Reply.Failed<BatchUpdateSpreadsheetResponse>(var failure) ->
          steps.add(new Step("Write to " + title, false, failure.cause().message()));
      case Reply.Answer<BatchUpdateSpreadsheetResponse> _ -> {
        steps.add(new Step("Write to " + title, true, "The spreadsheet can be written."));
        steps.add(repeated(id, title, write(id, create)));
        steps.addAll(cleaned(title, write(id, Tokens.delete(Tokens.lookup(KEY, value)))));
      }
    }
  }

  private Step repeated(String id, String title, Reply<BatchUpdateSpreadsheetResponse> second) {
    var name = "Exactly once in " + title;
    return switch (second) {
      case Reply.Failed<BatchUpdateSpreadsheetResponse>(Failure.Refused _) -> {
        proven.put(id, Guarantee.IDEMPOTENT);
        yield new Step(name, true, "Google refuses a repeated batch.");
      }
      case Reply.Failed<BatchUpdateSpreadsheetResponse>(var failure) ->
          new Step(name, false, "Not proven this time: " + failure.cause().message());
      case Reply.Answer<BatchUpdateSpreadsheetResponse> _ -> {
        proven.put(id, Guarantee.PROBE);
        yield new Step(
            name,
            true,
            "Google accepts the same token twice here. Lost answers are settled by looking whether"
                + " the batch is there, five minutes after it was sent.");
      }
    };
  }

  private static List<Step> cleaned(String title, Reply<BatchUpdateSpreadsheetResponse> deleted) {
    return switch (deleted) {
      case Reply.Answer<BatchUpdateSpreadsheetResponse> _ -> List.of();
      case Reply.Failed<BatchUpdateSpreadsheetResponse>(var failure) ->
          List.of(new Step("Clean up in " + title, false, failure.cause().message()));
    };
  }

  private Reply<BatchUpdateSpreadsheetResponse> write(String id, Request request) {
    var body = new BatchUpdateSpreadsheetRequest().setRequests(List.of(request));
    return google.take(
        Budget.WRITE,
        "spreadsheets.batchUpdate (check)",
        Deadline.in(LONGEST),
        api -> api.batchUpdate(id, body).setFields("spreadsheetId").execute());
  }
}
