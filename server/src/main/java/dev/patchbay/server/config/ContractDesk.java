package dev.patchbay.server.config;

import dev.patchbay.core.contract.ContractStore;
import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.contract.StoredContract;
import dev.patchbay.core.route.ContractImpact;
import dev.patchbay.core.route.RouteCompiler;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.event.ContractCheck;
import java.util.List;

/**
 * The registry of contracts: checks a next version against the routes that stand, registers it, and
 * has this node follow at once. Thread-safe.
 */
public final class ContractDesk {
  private final ContractStore store;
  private final RouteCompiler compiler;
  private final Configuration configuration;

  public ContractDesk(ContractStore store, RouteCompiler compiler, Configuration configuration) {
    this.store = store;
    this.compiler = compiler;
    this.configuration = configuration;
  }

  /** The contracts in use. */
  public Contracts contracts() {
    return compiler.contracts();
  }

  /** Versions of a type that were registered, oldest first. */
  public List<StoredContract> registered(String type) {
    return store.all().stream().filter(contract -> contract.type().equals(type)).toList();
  }

  /**
   * What a next version would change.
   *
   * @throws IllegalArgumentException if it is no JSON Schema; the message says what is wrong
   */
  public ContractCheck check(String type, String schema) {
    var next = contracts().with(type, schema);
    return new ContractImpact(compiler).of(type, next, configuration.liveDrafts());
  }

  /** Registers the next version, whatever it breaks. */
  public Saved<StoredContract> register(String type, int expected, String schema, String who) {
    var saved = store.register(type, contracts().builtIn(type), expected, schema, who);
    if (saved instanceof Saved.Done) {
      configuration.refresh();
    }
    return saved;
  }
}
