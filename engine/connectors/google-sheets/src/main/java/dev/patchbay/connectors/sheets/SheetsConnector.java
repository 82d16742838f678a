package dev.patchbay.connectors.sheets;

import com.google.api.client.http.javanet.NetHttpTransport;
import dev.patchbay.google.GoogleAccounts;
import dev.patchbay.google.GoogleCalls;
import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Limits;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowAudit;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.TableTarget;
import dev.patchbay.spi.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Writes rows to tabs of Google spreadsheets. Thread-safe. */
final class SheetsConnector implements RowTarget {
  /** Makes bodies of some 2 MB, Google's recommendation for one call. */
  private static final Limits LIMITS = new Limits(5_000, 1_500_000);

  private final NetHttpTransport transport;
  private final Checking checking;
  private final Describing describing;
  private final Preparing preparing;
  private final Delivering delivering;
  private final Resolving resolving;
  private final Auditing auditing;
  private final Replacing replacing;

  private SheetsConnector(
      NetHttpTransport transport,
      Checking checking,
      Describing describing,
      Preparing preparing,
      Delivering delivering,
      Resolving resolving,
      Auditing auditing,
      Replacing replacing) {
    this.transport = transport;
    this.checking = checking;
    this.describing = describing;
    this.preparing = preparing;
    this.delivering = delivering;
    this.resolving = resolving;
    this.auditing = auditing;
    this.replacing = replacing;
  }

  static SheetsConnector open(ConnectorContext context) {
    var settings = SheetsSettings.of(context.settings());
    var transport = new NetHttpTransport.Builder().build();
    var accounts = new GoogleAccounts(settings.google(), context.secrets(), SheetsSettings.SCOPE);
    var calls =
        new GoogleCalls(
            settings.rootUrl(),
            settings.google().readTimeout(),
            accounts,
            new GoogleErrors(context.clock()),
            context.calls());
    var google = new Google(settings, accounts, transport, calls, context.quota());
    var random = new SecureRandom();
    var cache = new TabCache();
    var loader = new TabLoader(google);
    var repair = new Repair(google, loader);
    var ledger = new Ledger(google);
    var checking = new Checking(google, random);
    return new SheetsConnector(
        transport,
        checking,
        new Describing(google),
        new Preparing(google, loader, cache, new Planner(random), context.clock()),
        new Delivering(google, cache, ledger, repair),
        new Resolving(ledger, repair, cache, context.clock(), checking::guarantee),
        new Auditing(loader),
        new Replacing(google, random));
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Guarantee guarantee(Target target) {
    return checking.guarantee(Place.of(target));
  }

  @Override
  public CheckReport check(List<Target> targets) {
    return checking.check(targets);
  }

  @Override
  public Description describe(Target target) {
    return describing.describe(Place.of(target));
  }

  @Override
  public Preparation prepare(RowBatch batch) {
    return preparing.prepare(batch);
  }

  @Override
  public Outcome deliver(Attempt attempt) {
    return delivering.deliver(attempt);
  }

  @Override
  public Resolution resolve(Attempt attempt) {
    return resolving.resolve(attempt);
  }

  @Override
  public Optional<RowAudit> audit() {
    return Optional.of(auditing);
  }

  @Override
  public Optional<TableTarget> tables() {
    return Optional.of(replacing);
  }

  @Override
  public void close() {
    try {
      transport.shutdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
