package dev.patchbay.console.fake;

import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorKind;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.connector.Guarantee;
import dev.patchbay.model.plugin.SettingField;
import dev.patchbay.model.plugin.SettingField.Kind;
import dev.patchbay.model.route.WriteMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connectors of one type. */
public final class FakeConnectors {
  /** The connectors by name. */
  public final Map<String, ConnectorView> byName = new LinkedHashMap<>();

  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private final Instant now;

  FakeConnectors(Instant now) {
    this.now = now;
    add("city-sheets", ConnectorState.UP, null, 0);
    add(
        "partner-sheets",
        ConnectorState.CREDENTIAL_REFUSED,
        "Google refused the service account (401). Replace the key; 128 deliveries go on by themselves.",
        128);
    add(
        "finance",
        ConnectorState.BREAKER_OPEN,
        "Five calls in a row failed with 503. The next probe is in 40 s.",
        42);
    add("archive", ConnectorState.PAUSED, "Paused by anna.", 7);
  }

  /** There is a store of files, too. */
  public void addStore(String name) {
    add(name, "local", ConnectorState.UP, null, 0);
  }

  /** Documents go through a connector, too. */
  public void addDocuments(String name) {
    add(name, "documents", ConnectorState.UP, null, 0);
  }

  private void add(String name, ConnectorState state, @Nullable String reason, long held) {
    add(name, "google-sheets", state, reason, held);
  }

  private void add(
      String name, String type, ConnectorState state, @Nullable String reason, long held) {
    byName.put(
        name,
        new ConnectorView(
            name,
            type,
            Map.of("account", "hub@city.iam.gserviceaccount.com"),
            List.of("serviceAccountKey"),
            true,
            state,
            reason,
            now.minusSeconds(5400),
            Guarantee.IDEMPOTENT,
            held,
            3));
  }

  /** Nobody answers behind this connector from now on. */
  public void unreachable(String name) {
    silent.add(name);
  }

  void demandAnswer(String name) {
    if (silent.contains(name)) {
      throw new FakeHub.Refusal(502, "Bad gateway", "Google does not answer.");
    }
  }

  /** What there can be: stores and documents only where there is one. */
  List<ConnectorTypeView> types() {
    var others =
        Stream.of(store(), documents())
            .filter(type -> byName.values().stream().anyMatch(it -> it.type().equals(type.name())));
    return Stream.concat(Stream.of(type()), others).toList();
  }

  private static ConnectorTypeView documents() {
    return new ConnectorTypeView(
        "documents",
        "1",
        "Documents",
        ConnectorKind.ROWS,
        Guarantee.PROBE,
        List.of(),
        List.of(new SettingField("template", "Template", "Its name.", Kind.TEXT, true, false)),
        List.of(WriteMode.APPEND));
  }

  private static ConnectorTypeView store() {
    return new ConnectorTypeView(
        "local",
        "1.0",
        "Folder",
        ConnectorKind.FILES,
        Guarantee.PROBE,
        List.of(new SettingField("directory", "Directory", "", Kind.TEXT, true, false)),
        List.of(),
        List.of());
  }

  private static ConnectorTypeView type() {
    return new ConnectorTypeView(
        "google-sheets",
        "1.0",
        "Google Sheets",
        ConnectorKind.ROWS,
        Guarantee.IDEMPOTENT,
        List.of(
            new SettingField(
                "account",
                "Service account",
                "E-mail of the account that the spreadsheet is shared with.",
                Kind.TEXT,
                true,
                false),
            new SettingField(
                "serviceAccountKey",
                "Service account key",
                "The JSON file that Google Cloud gives out.",
                Kind.MULTILINE,
                true,
                true),
            new SettingField(
                "writesPerMinute",
                "Writes a minute",
                "Google's limit is 60 for each user.",
                Kind.NUMBER,
                false,
                false)),
        List.of(
            new SettingField(
                "spreadsheet",
                "Spreadsheet",
                "Id or address of the spreadsheet.",
                Kind.TEXT,
                true,
                false),
            new SettingField("tab", "Tab", "Name of the sheet tab.", Kind.TEXT, true, false)),
        List.of(WriteMode.UPSERT, WriteMode.APPEND));
  }

  ConnectorView store(ConnectorDraft draft) {
    var known = byName.get(draft.name());
    var secrets = new ArrayList<>(known == null ? List.<String>of() : known.secretsSet());
    draft.secrets().keySet().stream().filter(name -> !secrets.contains(name)).forEach(secrets::add);
    var view =
        new ConnectorView(
            draft.name(),
            draft.type(),
            draft.settings(),
            secrets,
            draft.enabled(),
            draft.enabled() ? ConnectorState.UP : ConnectorState.DISABLED,
            null,
            now,
            Guarantee.IDEMPOTENT,
            0,
            known == null ? 1 : known.version() + 1);
    byName.put(draft.name(), view);
    return view;
  }

  /** A connector's health changes. */
  public ConnectorView turn(String name, ConnectorState state) {
    var known = byName.get(name);
    if (known == null) {
      throw new IllegalArgumentException(name);
    }
    var view =
        new ConnectorView(
            name,
            known.type(),
            known.settings(),
            known.secretsSet(),
            known.enabled(),
            state,
            state == ConnectorState.PAUSED ? "Paused by anna." : null,
            now,
            known.guarantee(),
            known.held(),
            known.version() + 1);
    byName.put(name, view);
    return view;
  }

  CheckResult check(String name) {
    var known = byName.get(name);
    boolean ok = known != null && known.state() != ConnectorState.CREDENTIAL_REFUSED;
    return new CheckResult(
        ok,
        Guarantee.IDEMPOTENT,
        List.of(
            new CheckResult.Step("Reach Google", true, "oauth2.googleapis.com answered in 84 ms"),
            new CheckResult.Step(
                "Log in",
                ok,
                ok
                    ? "The service account was accepted"
                    : "Google refused the key: invalid_grant. Create a new key and set it here."),
            new CheckResult.Step(
                "Prove exactly-once",
                ok,
                ok
                    ? "A repeated token was refused, as it must be"
                    : "Not tried, because the log-in failed")));
  }
}
