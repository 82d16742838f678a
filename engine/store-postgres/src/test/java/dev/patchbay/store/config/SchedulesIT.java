package dev.patchbay.store.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.plugin.InstanceStore.Change;
import dev.patchbay.core.route.RouteStore;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.HolidayCalendar;
import dev.patchbay.model.job.MailOrder;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleDraft.AfterRun;
import dev.patchbay.model.job.ScheduleDraft.Ending;
import dev.patchbay.model.job.ScheduleDraft.MissedPolicy;
import dev.patchbay.model.job.ScheduleDraft.OverlapPolicy;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.model.mail.MailListView;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.store.TestStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Schedules and calendars in a real database. */
class SchedulesIT {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private static final ExportDraft REPORT =
      new ExportDraft("requests", ExportFormat.XLSX, null, null, List.of("id"), null, "de")
          .to(new StorePlace("files", "{date}.xlsx", OverwritePolicy.REFUSE));

  private final TestStore store = TestStore.create();
  private final ConfigStores config = new ConfigStores(store.database(), InstantSource.fixed(NOW));

  @AfterEach
  void close() {
    config.close();
    store.close();
  }

  @Test
  void aScheduleIsReadAsItWasWritten() {
    var draft = schedule("report", null, null);
    assertThat(config.schedules().create(draft, "ada")).isInstanceOf(Saved.Done.class);

    var stored = config.schedules().find("report").orElseThrow();
    assertThat(stored.draft()).isEqualTo(draft);
    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.changedAt()).isEqualTo(NOW);
    assertThat(config.schedules().create(draft, "ada")).isEqualTo(new Saved.Taken<>());
    assertThat(config.schedules().update(draft.withEnabled(false), 2, "bob"))
        .isEqualTo(new Saved.Stale<>(1));
    config.schedules().update(draft.withEnabled(false), 1, "bob");
    assertThat(config.schedules().all().getFirst())
        .extracting(it -> it.draft().enabled(), it -> it.version(), it -> it.changedBy())
        .containsExactly(false, 2L, "bob");
    assertThat(config.schedules().delete("report", 2, "bob")).isInstanceOf(Saved.Done.class);
    assertThat(config.schedules().find("report")).isEmpty();
  }

  @Test
  void schedulesNeverRunAfterEachOtherInACircle() {
    config.schedules().create(schedule("a", null, null), "ada");
    config.schedules().create(schedule("b", "a", null), "ada");
    config.schedules().create(schedule("c", "b", null), "ada");

    assertThat(config.schedules().update(schedule("a", "c", null), 1, "ada"))
        .isEqualTo(new Saved.Refused<>("It would run after itself."));
    assertThat(config.schedules().create(schedule("d", "e", null), "ada"))
        .isEqualTo(new Saved.Refused<>("There is no schedule 'e'."));
    assertThat(config.schedules().delete("a", 1, "ada"))
        .isEqualTo(new Saved.Refused<>("Schedules run after it: b"));
  }

  @Test
  void aCalendarStaysWhileSchedulesRestOnItsDays() {
    var days = List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 1, 1));
    config.calendars().create(new HolidayCalendar("Berlin", days), "ada");
    assertThat(config.calendars().find("Berlin").orElseThrow().calendar().days())
        .containsExactly(days.get(1), days.get(0));
    config.schedules().create(schedule("report", null, "Berlin"), "ada");

    assertThat(config.calendars().delete("Berlin", 1, "ada"))
        .isEqualTo(new Saved.Refused<>("Schedules rest on its days: report"));
    assertThat(config.schedules().create(schedule("other", null, "Bonn"), "ada"))
        .isEqualTo(new Saved.Refused<>("There is no calendar 'Bonn'."));
    config.calendars().update(new HolidayCalendar("Berlin", List.of()), 1, "ada");
    assertThat(config.calendars().all().getFirst().calendar().days()).isEmpty();
  }

  @Test
  void aConnectorStaysWhileSchedulesStoreFilesThroughIt() {
    config
        .connectors()
        .create(new Change("files", "local", Map.of("directory", "x"), List.of(), true, "ada"));
    config.schedules().create(schedule("report", null, null), "ada");

    assertThat(config.connectors().delete("files", 1, "ada"))
        .isEqualTo(new Saved.Refused<>("schedules use it: report"));
  }

  @Test
  void aMailListStaysWhileSchedulesMailToIt() {
    for (var name : List.of("weekly", "week")) {
      config.mailLists().create(new MailListDraft(name, List.of("anna@example.org")), "ada");
    }
    var mail = new MailOrder("post", List.of("ben@example.org", "list:weekly"), null, null, null);
    config.schedules().create(schedule("report", null, null, REPORT.mailed(mail)), "ada");

    assertThat(config.mailLists().delete("weekly", 1, "ada"))
        .isEqualTo(new Saved.Refused<>("Schedules mail to it: report"));
    assertThat(config.mailLists().delete("week", 1, "ada")).isInstanceOf(Saved.Done.class);
    assertThat(config.mailLists().all()).extracting(MailListView::name).containsExactly("weekly");
  }

  @Test
  void aMailListStaysWhileARouteMailsDocumentsToIt() {
    for (var name : List.of("weekly", "week")) {
      config.mailLists().create(new MailListDraft(name, List.of("anna@example.org")), "ada");
    }
    config.connectors().create(new Change("papers", "documents", Map.of(), List.of(), true, "ada"));
    var letters =
        new RouteDraft(
            "letters",
            List.of("request.created"),
            null,
            "/data/id",
            "papers",
            Map.of("template", "letter", "to", "ben@example.org; list:weekly"),
            WriteMode.APPEND,
            List.of(),
            RouteState.ACTIVE);
    config.routes().create(letters, new RouteStore.Place("papers", "Papers", 1), "ada");

    assertThat(config.mailLists().delete("weekly", 1, "ada"))
        .isEqualTo(new Saved.Refused<>("Routes mail documents to it: letters"));
    assertThat(config.mailLists().delete("week", 1, "ada")).isInstanceOf(Saved.Done.class);
  }

  private static ScheduleDraft schedule(
      String name, @Nullable String after, @Nullable String holidays) {
    return schedule(name, after, holidays, REPORT);
  }

  private static ScheduleDraft schedule(
      String name, @Nullable String after, @Nullable String holidays, ExportDraft export) {
    return new ScheduleDraft(
        name,
        export,
        after == null ? "0 0 7 * * ?" : null,
        "Europe/Berlin",
        after == null ? null : new AfterRun(after, Ending.ANY),
        holidays,
        MissedPolicy.SKIP,
        OverlapPolicy.PARALLEL,
        5,
        2,
        true);
  }
}
