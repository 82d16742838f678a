package dev.patchbay.store.config;

import dev.patchbay.core.contract.ContractStore;
import dev.patchbay.core.contract.StoredContract;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.store.config.ConfigTransactions.Step;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Registered contracts. */
final class JpaContractStore implements ContractStore {
  private final DataSource database;
  private final ConfigTransactions transactions;

  JpaContractStore(DataSource database, ConfigTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public List<StoredContract> all() {
    return Rows.list(database, ConfigSql.CONTRACTS, ConfigSql::contract);
  }

  @Override
  public Saved<StoredContract> register(
      String type, int builtIn, int expected, String schema, String who) {
    return transactions.change(
        who,
        step -> {
          int newest = Math.max(builtIn, newest(step, type));
          if (newest != expected) {
            return new Saved.Stale<>(newest);
          }
          var key = new ContractEntity.Key(type, newest + 1);
          step.session().persist(new ContractEntity(key, schema, step.at(), who));
          step.audit("contract.registered", type, Map.of("version", newest), key);
          return new Saved.Done<>(new StoredContract(type, newest + 1, schema, step.at(), who));
        });
  }

  private static int newest(Step step, String type) {
    return step.session()
        .createQuery(
            "select coalesce(max(key.version), 0) from ContractEntity where key.type = ?1",
            Integer.class)
        .setParameter(1, type)
        .getSingleResult();
  }
}
