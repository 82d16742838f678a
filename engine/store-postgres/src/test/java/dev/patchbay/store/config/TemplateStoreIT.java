package dev.patchbay.store.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.route.RouteStore.Place;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.core.template.NewVersion;
import dev.patchbay.core.template.NewVersion.Activation;
import dev.patchbay.core.template.TemplateSource;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.DocumentOrder.Each;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.WorkbookOrder;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateVariable;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.store.TestStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Templates in a real database: versions, which of them is active, audit. */
class TemplateStoreIT {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final TemplateVariable TITLE =
      new TemplateVariable("title", "the document, paragraph 1", "{{ title }}");

  private final TestStore store = TestStore.create();
  private final ConfigStores config = new ConfigStores(store.database(), InstantSource.fixed(NOW));
  private final TemplateStore templates = config.templates();

  @AfterEach
  void close() {
    config.close();
    store.close();
  }

  @Test
  void everyFileIsAVersionOnceAndAnyCanBeActive() {
    var first = templates.add(version("one", null, Activation.LATER), 0, "ada");
    var second = templates.add(version("two", "request.created", Activation.LATER), 1, "bob");
    var again = templates.add(version("one", "request.created", Activation.LATER), 2, "bob");
    var stale = templates.add(version("three", null, Activation.LATER), 1, "eve");
    var third = templates.add(version("three", null, Activation.AT_ONCE), 2, "ada");
    var back = templates.activate("letter", 1, 3, "ada");

    assertThat(first).isEqualTo(done(null, 1, 1, 1, "ada"));
    assertThat(second).isEqualTo(done("request.created", 1, 2, 2, "bob")).isEqualTo(again);
    assertThat(stale).isEqualTo(new Saved.Stale<>(2));
    assertThat(third).isEqualTo(done(null, 3, 3, 3, "ada"));
    assertThat(back).isEqualTo(done(null, 1, 3, 4, "ada"));
    assertThat(templates.activate("letter", 4, 4, "ada")).isInstanceOf(Saved.Refused.class);
    assertThat(templates.find("letter")).contains(templates.all().getFirst());
    assertThat(templates.file("letter", 2)).hasValue(bytes("two"));
    assertThat(templates.source("letter", OptionalInt.empty()))
        .hasValue(new TemplateSource(1, Sha256.of(bytes("one")), TemplateKind.HTML));
    assertThat(templates.source("letter", OptionalInt.of(3)))
        .hasValue(new TemplateSource(3, Sha256.of(bytes("three")), TemplateKind.HTML));
    assertThat(templates.source("letter", OptionalInt.of(4))).isEmpty();
    assertThat(templates.source("letter", OptionalInt.of(0))).isEmpty();
    assertThat(templates.source("no-letter", OptionalInt.empty())).isEmpty();
    assertThat(templates.versions("letter"))
        .extracting(TemplateVersionView::number)
        .containsExactly(3, 2, 1);
    assertThat(templates.versions("letter").getLast())
        .isEqualTo(
            new TemplateVersionView(
                1, Sha256.of(bytes("one")), 3, List.of(TITLE), List.of("Arial"), "n", NOW, "ada"));
    assertThat(store.number("SELECT count(*) FROM audit WHERE what LIKE 'template.%'"))
        .isEqualTo(4);
  }

  @Test
  void isTakenAwayWhenNoRouteUsesIt() {
    templates.add(version("one", null, Activation.LATER), 0, "ada");
    config
        .connectors()
        .create(
            new InstanceStore.Change("papers", "local-files", Map.of(), List.of(), true, "ada"));
    config.routes().create(route(), new Place("papers", "Papers", 1), "ada");

    assertThat(templates.delete("letter", 1, "ada"))
        .isEqualTo(new Saved.Refused<>("Routes make documents of it: letters"));
    config.routes().delete("letters", 1, "ada");
    assertThat(templates.delete("letter", 1, "ada")).isInstanceOf(Saved.Done.class);
    assertThat(templates.all()).isEmpty();
    assertThat(templates.file("letter", 1)).isEmpty();
    assertThat(templates.delete("letter", 1, "ada")).isEqualTo(new Saved.Missing<>());
  }

  @Test
  void staysWhileASchedulesExportUsesIt() {
    templates.add(version("one", null, Activation.LATER), 0, "ada");
    var export =
        new ExportDraft("requests", ExportFormat.PDF, null, null, List.of("id"), null, null)
            .as(ExportFormat.PDF, new DocumentOrder("letter", null, Each.ROW));
    config.schedules().create(ScheduleDraft.of("monthly", export, "0 0 3 1 * ?", "UTC"), "ada");

    assertThat(templates.delete("letter", 1, "ada"))
        .isEqualTo(new Saved.Refused<>("Schedules use it: monthly"));
    config.schedules().delete("monthly", 1, "ada");
    assertThat(templates.delete("letter", 1, "ada")).isInstanceOf(Saved.Done.class);
  }

  @Test
  void staysWhileASchedulesExportIsPutIntoIt() {
    templates.add(version("one", null, Activation.LATER), 0, "ada");
    var export =
        new ExportDraft("requests", ExportFormat.XLSX, null, null, List.of("id"), null, null)
            .filling(new WorkbookOrder("letter", null, null));
    config.schedules().create(ScheduleDraft.of("weekly", export, "0 0 3 ? * 1", "UTC"), "ada");

    assertThat(templates.delete("letter", 1, "ada"))
        .isEqualTo(new Saved.Refused<>("Schedules use it: weekly"));
    config.schedules().delete("weekly", 1, "ada");
    assertThat(templates.delete("letter", 1, "ada")).isInstanceOf(Saved.Done.class);
  }

  private static RouteDraft route() {
    return new RouteDraft(
        "letters",
        List.of("request.created"),
        null,
        "/data/id",
        "papers",
        Map.of("template", "letter"),
        WriteMode.UPSERT,
        List.of(),
        RouteState.ACTIVE);
  }

  private static NewVersion version(
      String content, @Nullable String contract, Activation activation) {
    return new NewVersion(
        "letter",
        TemplateKind.HTML,
        contract,
        bytes(content),
        List.of(TITLE),
        List.of("Arial"),
        "n",
        activation);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Saved.Done<TemplateView> done(
      @Nullable String contract, int active, int newest, long version, String who) {
    return new Saved.Done<>(
        new TemplateView("letter", TemplateKind.HTML, contract, active, newest, version, NOW, who));
  }
}
