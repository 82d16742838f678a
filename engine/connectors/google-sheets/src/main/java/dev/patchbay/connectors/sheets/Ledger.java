package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataResponse;
import dev.patchbay.connectors.sheets.Google.Budget;
import dev.patchbay.google.Failure;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Token;
import java.util.List;

/** The tokens that stand in a spreadsheet. */
final class Ledger {
  private final Google google;

  Ledger(Google google) {
    this.google = google;
  }

  /** What stands under a token's id. */
  sealed interface Entry {
    /** The batch was applied. */
    record Applied() implements Entry {}

    /** The batch can never be applied. */
    record Voided() implements Entry {}

    /** Another attempt's token that happens to have the same id. */
    record Foreign() implements Entry {}

    record Absent() implements Entry {}

    record Unreadable(Failure failure) implements Entry {}
  }

  Entry entry(Place place, Token token, Deadline deadline) {
    Reply<DeveloperMetadata> reply =
        google.take(
            Budget.READ,
            "spreadsheets.developerMetadata.get",
            deadline,
            api -> api.developerMetadata().get(place.spreadsheetId(), token.id()).execute());
    return switch (reply) {
      case Reply.Answer<DeveloperMetadata>(var found) -> read(found, token);
      case Reply.Failed<DeveloperMetadata>(var failure) ->
          failure instanceof Failure.NotFound ? new Entry.Absent() : new Entry.Unreadable(failure);
    };
  }

  /** Looks for the token by its value: where ids are not unique. */
  Entry search(Place place, Token token, Deadline deadline) {
    var lookup = Tokens.lookup(Tokens.KEY, Tokens.applied(token));
    var body =
        new SearchDeveloperMetadataRequest()
            .setDataFilters(List.of(new DataFilter().setDeveloperMetadataLookup(lookup)));
    Reply<SearchDeveloperMetadataResponse> reply =
        google.take(
            Budget.READ,
            "spreadsheets.developerMetadata.search",
            deadline,
            api -> api.developerMetadata().search(place.spreadsheetId(), body).execute());
    return switch (reply) {
      case Reply.Answer<SearchDeveloperMetadataResponse>(var answer) -> {
        var matches = answer.getMatchedDeveloperMetadata();
        yield matches == null || matches.isEmpty() ? new Entry.Absent() : new Entry.Applied();
      }
      case Reply.Failed<SearchDeveloperMetadataResponse>(var failure) ->
          new Entry.Unreadable(failure);
    };
  }

  /** Creates the void token: an answer means that it stands now. */
  Reply<BatchUpdateSpreadsheetResponse> voiding(Place place, Token token, Deadline deadline) {
    var body = new BatchUpdateSpreadsheetRequest().setRequests(List.of(Tokens.voiding(token)));
    return google.take(
        Budget.WRITE,
        "spreadsheets.batchUpdate (void)",
        deadline,
        api -> api.batchUpdate(place.spreadsheetId(), body).setFields("spreadsheetId").execute());
  }

  private static Entry read(DeveloperMetadata found, Token token) {
    var value = found.getMetadataValue();
    if (Tokens.applied(token).equals(value)) {
      return new Entry.Applied();
    }
    return Tokens.voided(token).equals(value) ? new Entry.Voided() : new Entry.Foreign();
  }
}
