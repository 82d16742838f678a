package dev.patchbay.server.wiring;

import dev.patchbay.core.delivery.attempt.AttemptContentCodec;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.core.route.Previewer;
import dev.patchbay.server.config.ConnectorDesk;
import dev.patchbay.server.config.ContractDesk;
import dev.patchbay.server.config.InstanceDesk;
import dev.patchbay.server.config.RouteDesk;
import dev.patchbay.server.dataset.PolicyCheck;
import dev.patchbay.server.export.FileGuard;
import dev.patchbay.server.http.ApiHandler;
import dev.patchbay.server.http.CallerAddress;
import dev.patchbay.server.http.ProblemMapper;
import dev.patchbay.server.http.SignedWebhook;
import dev.patchbay.server.issuing.CallbackSecrets;
import dev.patchbay.server.issuing.DocumentsType;
import dev.patchbay.server.management.HubMetrics;
import dev.patchbay.server.readmodel.ReadModelDesk;
import dev.patchbay.server.rest.AccessFilter;
import dev.patchbay.server.rest.HeaderCheck;
import dev.patchbay.server.rest.JsonBodies;
import dev.patchbay.server.rest.MeResource;
import dev.patchbay.server.rest.UsersResource;
import dev.patchbay.server.rest.connector.ConnectorTypesResource;
import dev.patchbay.server.rest.connector.ConnectorViews;
import dev.patchbay.server.rest.connector.ConnectorsResource;
import dev.patchbay.server.rest.connector.ContractsResource;
import dev.patchbay.server.rest.connector.IntakeTypesResource;
import dev.patchbay.server.rest.connector.IntakeViews;
import dev.patchbay.server.rest.connector.IntakesResource;
import dev.patchbay.server.rest.connector.ServiceTypesResource;
import dev.patchbay.server.rest.connector.ServiceViews;
import dev.patchbay.server.rest.connector.ServicesResource;
import dev.patchbay.server.rest.dataset.DatasetPoliciesResource;
import dev.patchbay.server.rest.dataset.DatasetRowsResource;
import dev.patchbay.server.rest.dataset.DatasetsResource;
import dev.patchbay.server.rest.dataset.ReadModelsResource;
import dev.patchbay.server.rest.dataset.RebuildResource;
import dev.patchbay.server.rest.dataset.RequestsResource;
import dev.patchbay.server.rest.delivery.BulkRetriesResource;
import dev.patchbay.server.rest.delivery.DeliveriesResource;
import dev.patchbay.server.rest.delivery.DeliveryViews;
import dev.patchbay.server.rest.delivery.EventsResource;
import dev.patchbay.server.rest.delivery.Previews;
import dev.patchbay.server.rest.delivery.RoutesResource;
import dev.patchbay.server.rest.document.DocumentCallbacks;
import dev.patchbay.server.rest.document.DocumentsResource;
import dev.patchbay.server.rest.document.TemplateTrialsResource;
import dev.patchbay.server.rest.document.TemplateVersionsResource;
import dev.patchbay.server.rest.document.TemplatesResource;
import dev.patchbay.server.rest.document.VerificationResource;
import dev.patchbay.server.rest.job.CalendarsResource;
import dev.patchbay.server.rest.job.ExportsResource;
import dev.patchbay.server.rest.job.ImportProfilesResource;
import dev.patchbay.server.rest.job.ImportsResource;
import dev.patchbay.server.rest.job.MailListsResource;
import dev.patchbay.server.rest.job.NoticeSettingsResource;
import dev.patchbay.server.rest.job.RunsResource;
import dev.patchbay.server.rest.job.SchedulesResource;
import dev.patchbay.server.security.Authenticator;
import dev.patchbay.server.security.KeyCache;
import dev.patchbay.server.security.LockOut;
import dev.patchbay.server.service.ServiceDesk;
import dev.patchbay.server.stream.ChangedDeliveries;
import dev.patchbay.server.stream.LiveFeed;
import dev.patchbay.server.stream.LiveStream;
import dev.patchbay.server.template.TemplateDesk;
import dev.patchbay.server.template.TemplateTrials;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.server.Handler;
import org.glassfish.jersey.server.ResourceConfig;

/** What answers the API: authentication, the fast way for events, the resources. */
record Api(
    ResourceConfig resources,
    ConnectorViews connectors,
    IntakeViews intakes,
    ServiceViews services,
    Authenticator authenticator,
    LiveStream stream,
    SignedWebhook callbacks) {
  private static final Duration KEY_LIFE = Duration.ofSeconds(5);
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final int RUNS_SHOWN = 20;

  static Api create(
      Storage storage,
      Engine engine,
      Intakes intakes,
      Jobs jobs,
      InstantSource clock,
      Closing closing) {
    var users = storage.config().users();
    var keys = new KeyCache(users, clock, KEY_LIFE);
    var lockOut = new LockOut(clock);
    var authenticator = new Authenticator(keys, lockOut, clock);
    var views =
        new ConnectorViews(
            storage.config().connectors(),
            engine.states(),
            storage.config().backlog(),
            engine.configuration());
    var stream = new LiveStream(new SecureRandom(), QUIET);
    closing.add(feed(stream, storage, views));
    closing.add(KeyUse.start(authenticator, users));
    var intakeViews =
        new IntakeViews(storage.config().intakes(), intakes.progress(), intakes.incidents());
    var resources = resources(storage, engine, views, keys, stream);
    intakes(resources, storage, engine, intakes, intakeViews);
    var serviceViews =
        new ServiceViews(
            storage.config().services(), engine.services().states(), engine.configuration());
    services(resources, storage, engine, serviceViews);
    jobs(resources, storage, jobs);
    templates(resources, storage, engine);
    var callbacks = callbacks(storage, engine, lockOut, clock);
    return new Api(resources, views, intakeViews, serviceViews, authenticator, stream, callbacks);
  }

  Handler handler(Engine engine, HubMetrics metrics, CallerAddress address) {
    return ApiHandler.create(
        new ApiHandler.Parts(
            engine.reader(), engine.inbox(), EventLimits.DEFAULT, metrics::answered),
        resources,
        authenticator,
        address,
        callbacks);
  }

  private static DocumentCallbacks callbacks(
      Storage storage, Engine engine, LockOut lockOut, InstantSource clock) {
    var secrets =
        new CallbackSecrets(
            () -> engine.configuration().connectorsOf(DocumentsType.NAME),
            storage.config().credentials(),
            engine.sealer());
    return new DocumentCallbacks(storage.documents(), secrets, lockOut, clock);
  }

  private static void intakes(
      ResourceConfig resources,
      Storage storage,
      Engine engine,
      Intakes intakes,
      IntakeViews views) {
    var desk =
        new InstanceDesk(
            storage.config().intakes(), intakes.types(), engine.sealer(), engine.configuration());
    resources.register(new IntakesResource(desk, views, intakes.incidents(), intakes.unreadable()));
    resources.register(new IntakeTypesResource(intakes.types()));
  }

  private static void services(
      ResourceConfig resources, Storage storage, Engine engine, ServiceViews views) {
    var services = engine.services();
    var desk =
        new ServiceDesk(
            new InstanceDesk(
                storage.config().services(),
                services.types(),
                engine.sealer(),
                engine.configuration()),
            new ServiceDesk.Condition(services.gates(), services.states()),
            engine.configuration(),
            storage.desk());
    resources.register(new ServicesResource(desk, views, services.open()));
    resources.register(new ServiceTypesResource(services.types()));
  }

  private static void jobs(ResourceConfig resources, Storage storage, Jobs jobs) {
    var datasets = jobs.datasets();
    var guard = new FileGuard(datasets, storage.shown());
    var policies = storage.config().policies();
    resources.register(new RequestsResource(datasets));
    resources.register(new DatasetsResource(datasets));
    resources.register(new DatasetRowsResource(datasets));
    resources.register(new DatasetPoliciesResource(policies, new PolicyCheck(datasets)));
    resources.register(new ExportsResource(jobs.exports(), storage.runs(), guard));
    resources.register(new RunsResource(storage.runs(), guard));
    resources.register(new RebuildResource(jobs.rebuilds()));
    resources.register(new SchedulesResource(jobs.schedules()));
    resources.register(new CalendarsResource(storage.config().calendars()));
    resources.register(new NoticeSettingsResource(jobs.notices()));
    resources.register(new MailListsResource(storage.config().mailLists()));
    resources.register(new ImportsResource(jobs.imports(), WorkFolder.ofThisProcess()));
    resources.register(new ImportProfilesResource(storage.config().profiles()));
  }

  private static void templates(ResourceConfig resources, Storage storage, Engine engine) {
    var store = storage.config().templates();
    var documents = engine.documents();
    var pdf = documents.pdf();
    var desk = new TemplateDesk(store, documents.templates(), engine.compiler().contracts(), pdf);
    var trials =
        new TemplateTrials(store, documents.templates(), storage.history(), engine.reader());
    resources.register(new TemplatesResource(desk));
    resources.register(new TemplateVersionsResource(desk));
    resources.register(new TemplateTrialsResource(trials, pdf));
    resources.register(
        new VerificationResource(documents.signatures(), WorkFolder.ofThisProcess()));
  }

  private static LiveFeed feed(LiveStream stream, Storage storage, ConnectorViews views) {
    var sources =
        new LiveFeed.Sources(
            storage.history()::counts, views::all, () -> storage.retries().newest(RUNS_SHOWN));
    var feed = new LiveFeed(stream, sources, new ChangedDeliveries(storage.history()));
    feed.start();
    return feed;
  }

  private static ResourceConfig resources(
      Storage storage, Engine engine, ConnectorViews views, KeyCache keys, LiveStream stream) {
    var configuration = engine.configuration();
    var connectorDesk =
        new ConnectorDesk(
            new InstanceDesk(
                storage.config().connectors(),
                engine.types().forms(),
                engine.sealer(),
                configuration),
            engine.states());
    var routes = storage.config().routes();
    var routeDesk =
        new RouteDesk(routes, configuration, engine.compiler(), storage.desk(), engine.titles());
    var previews =
        new Previews(
            new Previewer(engine.compiler(), engine.services().enricher()),
            engine.reader(),
            storage.history());
    var deliveryViews =
        new DeliveryViews(
            configuration,
            engine.reader(),
            new AttemptContentCodec(),
            engine.services().enricher());
    return ApiHandler.resources(
        new ProblemMapper(),
        new HeaderCheck(),
        new AccessFilter(),
        new JsonBodies(),
        new MeResource(),
        new ConnectorTypesResource(engine.types()),
        new ConnectorsResource(
            connectorDesk, views, configuration, storage.desk(), engine.titles()),
        new ContractsResource(
            new ContractDesk(storage.config().contracts(), engine.compiler(), configuration)),
        new RoutesResource(routes, routeDesk, previews),
        new EventsResource(storage.history(), stream),
        new DeliveriesResource(storage.history(), storage.desk(), deliveryViews),
        new BulkRetriesResource(storage.retries()),
        new DocumentsResource(storage.documents(), storage.recipients()),
        new ReadModelsResource(new ReadModelDesk(storage.datasets(), connectorDesk, routeDesk)),
        new UsersResource(storage.config().users(), keys));
  }
}
