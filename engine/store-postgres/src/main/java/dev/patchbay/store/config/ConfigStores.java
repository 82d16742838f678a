package dev.patchbay.store.config;

import dev.patchbay.core.access.UserStore;
import dev.patchbay.core.config.ConfigSource;
import dev.patchbay.core.connector.ConnectorBacklog;
import dev.patchbay.core.contract.ContractStore;
import dev.patchbay.core.credential.CredentialStore;
import dev.patchbay.core.dataset.DatasetPolicies;
import dev.patchbay.core.imports.ImportProfiles;
import dev.patchbay.core.mail.MailListStore;
import dev.patchbay.core.notice.NoticeSettingsStore;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.route.RouteStore;
import dev.patchbay.core.schedule.HolidayCalendars;
import dev.patchbay.core.schedule.ScheduleStore;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.store.Database;
import java.time.InstantSource;

/** Everything about configuration in one database, wired. */
public final class ConfigStores implements AutoCloseable {
  private final ConfigTransactions transactions;
  private final InstanceStore connectors;
  private final ContractStore contracts;
  private final RouteStore routes;
  private final UserStore users;
  private final MailListStore mailLists;
  private final InstanceStore intakes;
  private final CredentialStore credentials;
  private final CredentialStore intakeCredentials;
  private final InstanceStore services;
  private final CredentialStore serviceCredentials;
  private final ScheduleStore schedules;
  private final HolidayCalendars calendars;
  private final ImportProfiles profiles;
  private final DatasetPolicies policies;
  private final NoticeSettingsStore notices;
  private final TemplateStore templates;
  private final ConfigSource source;
  private final ConnectorBacklog backlog;

  public ConfigStores(Database database, InstantSource clock) {
    var data = database.dataSource();
    this.transactions = new ConfigTransactions(data, clock);
    this.connectors = new JpaInstanceStore<>(data, transactions, InstanceKind.CONNECTOR);
    this.intakes = new JpaInstanceStore<>(data, transactions, InstanceKind.INTAKE);
    this.contracts = new JpaContractStore(data, transactions);
    this.routes = new JpaRouteStore(data, transactions);
    this.users = new JpaUserStore(data, transactions);
    this.mailLists = new JpaMailListStore(data, transactions);
    this.credentials = new JdbcCredentials(data, JdbcCredentials.OF_CONNECTORS);
    this.intakeCredentials = new JdbcCredentials(data, JdbcCredentials.OF_INTAKES);
    this.services = new JpaInstanceStore<>(data, transactions, InstanceKind.SERVICE);
    this.serviceCredentials = new JdbcCredentials(data, JdbcCredentials.OF_SERVICES);
    this.schedules = new JpaScheduleStore(data, transactions);
    this.calendars = new JpaHolidayCalendars(data, transactions);
    this.profiles = new JpaImportProfiles(data, transactions);
    this.policies = new JpaDatasetPolicies(data, transactions);
    this.notices = new JpaNoticeSettings(data, transactions);
    this.templates = new JpaTemplateStore(data, transactions);
    this.source = new JdbcConfigSource(data);
    this.backlog = new JdbcBacklog(data);
  }

  public InstanceStore connectors() {
    return connectors;
  }

  public InstanceStore intakes() {
    return intakes;
  }

  public ContractStore contracts() {
    return contracts;
  }

  public RouteStore routes() {
    return routes;
  }

  public UserStore users() {
    return users;
  }

  public MailListStore mailLists() {
    return mailLists;
  }

  /** Of connectors. */
  public CredentialStore credentials() {
    return credentials;
  }

  public CredentialStore intakeCredentials() {
    return intakeCredentials;
  }

  public InstanceStore services() {
    return services;
  }

  public CredentialStore serviceCredentials() {
    return serviceCredentials;
  }

  public ScheduleStore schedules() {
    return schedules;
  }

  /** Days on which schedules rest. */
  public HolidayCalendars calendars() {
    return calendars;
  }

  /** Of imports. */
  public ImportProfiles profiles() {
    return profiles;
  }

  /** What of datasets is shown to whom. */
  public DatasetPolicies policies() {
    return policies;
  }

  /** Who hears of runs that fail. */
  public NoticeSettingsStore notices() {
    return notices;
  }

  /** Of documents. */
  public TemplateStore templates() {
    return templates;
  }

  public ConfigSource source() {
    return source;
  }

  public ConnectorBacklog backlog() {
    return backlog;
  }

  @Override
  public void close() {
    transactions.close();
  }
}
