package dev.patchbay.sandbox;

import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Operation;
import dev.patchbay.sandbox.oauth.Tokens;
import dev.patchbay.sandbox.quota.Quota;

/** Who may call: a known token, a scope that suffices, a quota that is not spent. */
record Gate(Tokens tokens, Quota quota) {

  /** Who calls; throws {@link ApiError} 401, 403 or 429. */
  Caller admit(ApiCall call, Operation operation) {
    Caller caller = tokens.require(call.bearer());
    requireScope(operation, caller);
    if (operation.kind().sheets()) {
      String user = call.query().first("quotaUser").orElse(caller.email());
      quota.spend(operation.kind().writes(), user);
    }
    return caller;
  }

  private static void requireScope(Operation operation, Caller caller) {
    boolean held =
        caller.scopes().contains("*")
            || caller.scopes().stream().anyMatch(operation.scopes()::contains);
    if (!held) {
      String api = operation.kind().sheets() ? "google.apps.sheets.v4." : "google.apps.drive.v3.";
      throw ApiError.scope(operation.kind().service(), api + operation.name());
    }
  }
}
