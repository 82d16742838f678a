package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CreateDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DeleteDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLookup;
import com.google.api.services.sheets.v4.model.Request;
import dev.patchbay.spi.Token;
import java.util.List;
import java.util.UUID;

/**
 * Developer metadata that makes a batch apply at most once. Google refuses a second one with the
 * same id (<a href="https://developers.google.com/sheets/api/guides/metadata">guide</a>), so
 * whoever creates the id first decides: the batch itself ({@code <uuid>:applied}), or the one that
 * settles its lost answer ({@code <uuid>:void}).
 */
final class Tokens {
  static final String KEY = "patchbay.batch";
  static final String REPAIR_KEY = "patchbay.repair";

  private Tokens() {}

  static String applied(Token token) {
    return token.attempt() + ":applied";
  }

  static String voided(Token token) {
    return token.attempt() + ":void";
  }

  /** Created by the batch, on its tab: gone with the tab, as its rows are. */
  static Request create(Token token, int sheetId) {
    return create(
        token.id(), KEY, applied(token), new DeveloperMetadataLocation().setSheetId(sheetId));
  }

  /** Created instead of the batch, on the spreadsheet: it outlives the tab. */
  static Request voiding(Token token) {
    return create(token.id(), KEY, voided(token), spreadsheet());
  }

  /** Created by the nth repair of a batch. */
  static Request repair(Token token, int round) {
    return create(
        repairId(token.attempt(), round), REPAIR_KEY, token.attempt().toString(), spreadsheet());
  }

  /** Id of a repair's own token: the same in whichever process repairs. */
  static int repairId(UUID attempt, int round) {
    long mixed =
        (attempt.getMostSignificantBits() ^ attempt.getLeastSignificantBits())
            + round * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return (int) Math.max(1, (mixed ^ (mixed >>> 32)) & Integer.MAX_VALUE);
  }

  /** Deletes what a settled attempt left: by id and value, so never what somebody else made. */
  static List<Request> delete(Token token) {
    return List.of(
        delete(lookup(KEY, applied(token)).setMetadataId(token.id())),
        delete(lookup(KEY, voided(token)).setMetadataId(token.id())),
        delete(lookup(REPAIR_KEY, token.attempt().toString())));
  }

  static Request create(int id, String key, String value, DeveloperMetadataLocation location) {
    return new Request()
        .setCreateDeveloperMetadata(
            new CreateDeveloperMetadataRequest()
                .setDeveloperMetadata(
                    new DeveloperMetadata()
                        .setMetadataId(id)
                        .setMetadataKey(key)
                        .setMetadataValue(value)
                        .setLocation(location)
                        .setVisibility("PROJECT")));
  }

  static DeveloperMetadataLocation spreadsheet() {
    return new DeveloperMetadataLocation().setSpreadsheet(true);
  }

  static DeveloperMetadataLookup lookup(String key, String value) {
    return new DeveloperMetadataLookup().setMetadataKey(key).setMetadataValue(value);
  }

  static Request delete(DeveloperMetadataLookup lookup) {
    return new Request()
        .setDeleteDeveloperMetadata(
            new DeleteDeveloperMetadataRequest()
                .setDataFilter(new DataFilter().setDeveloperMetadataLookup(lookup)));
  }
}
