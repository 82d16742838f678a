package dev.patchbay.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.mapping.MappingCompiler;
import dev.patchbay.model.route.RouteDraft;
import java.time.ZoneOffset;
import java.util.List;

/** Compiled routes for tests. */
public final class Routes {
  /** Contracts of the shared model. */
  public static final Contracts CONTRACTS = Contracts.load();

  /** A compiler in UTC. */
  public static final RouteCompiler COMPILER =
      new RouteCompiler(CONTRACTS, new MappingCompiler(CONTRACTS, new byte[] {1}, ZoneOffset.UTC));

  private Routes() {}

  /** A route with the lanes given. */
  public static Route compiled(int id, RouteDraft draft, Integer... lanes) {
    var result = COMPILER.compile(new Placement(id, 1, 1, List.of(lanes)), draft);
    assertThat(result).isInstanceOf(RouteCompiler.Compiled.class);
    return ((RouteCompiler.Compiled) result).route();
  }
}
