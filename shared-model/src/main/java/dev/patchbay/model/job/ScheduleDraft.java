package dev.patchbay.model.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What shall be run, and when: at the times of a cron expression, or after the runs of another
 * schedule.
 *
 * @param export what is made; the days of its period and its times are in the zone of the schedule
 *     unless it names one
 * @param files {@code import} in JSON: files that are imported
 * @param cleanUp what is removed
 * @param reconcile rows that are compared with what was delivered
 * @param ages {@code secretAges} in JSON: which secrets are told of because they are old
 * @param archive accepted events that are kept in a file of their own
 * @param cron six or seven fields as Quartz reads them: second, minute, hour, day of the month,
 *     month, day of the week, year; null if it runs after another
 * @param zone that the times of {@code cron} are told in, an IANA name; null for the hub's
 * @param after the schedule whose runs are followed, null if it has times of its own
 * @param holidays name of the calendar on whose days it rests, null for none
 * @param timeoutMinutes how long a run may take, its tries and pauses included; null for as long as
 *     it takes
 * @param tries how often a run is tried before it fails
 * @param enabled false while it rests; what is missed meanwhile is not made up for
 * @param notice {@code notify} in JSON: who hears of runs that fail, null for nobody
 */
public record ScheduleDraft(
    String name,
    @Nullable ExportDraft export,
    @JsonProperty("import") @Nullable FolderImport files,
    @Nullable CleanUp cleanUp,
    @Nullable Reconciliation reconcile,
    @JsonProperty("secretAges") @Nullable AgeCheck ages,
    @JsonInclude(JsonInclude.Include.NON_NULL) // nodes of the version before do not know it
        @Nullable EventArchive archive,
    @Nullable String cron,
    @Nullable String zone,
    @Nullable AfterRun after,
    @Nullable String holidays,
    @JsonProperty(defaultValue = "RUN_ONCE") MissedPolicy missed,
    @JsonProperty(defaultValue = "QUEUE") OverlapPolicy overlap,
    @Nullable Integer timeoutMinutes,
    @Nullable Integer tries,
    @JsonProperty(defaultValue = "true") Boolean enabled,
    @JsonProperty("notify") @Nullable NoticeOrder notice) {
  public ScheduleDraft {
    missed = missed == null ? MissedPolicy.RUN_ONCE : missed;
    overlap = overlap == null ? OverlapPolicy.QUEUE : overlap;
    enabled = enabled == null || enabled;
  }

  /** An export that nobody is told of. */
  public ScheduleDraft(
      String name,
      @Nullable ExportDraft export,
      @Nullable String cron,
      @Nullable String zone,
      @Nullable AfterRun after,
      @Nullable String holidays,
      MissedPolicy missed,
      OverlapPolicy overlap,
      @Nullable Integer timeoutMinutes,
      @Nullable Integer tries,
      Boolean enabled) {
    this(
        name,
        export,
        null,
        null,
        null,
        null,
        null,
        cron,
        zone,
        after,
        holidays,
        missed,
        overlap,
        timeoutMinutes,
        tries,
        enabled,
        null);
  }

  /** An export at the times of a cron expression, with what is usual for the rest. */
  public static ScheduleDraft of(String name, ExportDraft export, String cron, String zone) {
    return new ScheduleDraft(
        name,
        export,
        cron,
        zone,
        null,
        null,
        MissedPolicy.RUN_ONCE,
        OverlapPolicy.QUEUE,
        null,
        null,
        true);
  }

  /** Files of a folder that are imported at the times of a cron expression. */
  public static ScheduleDraft of(String name, FolderImport files, String cron, String zone) {
    return alone(name, new Work(null, files, null, null, null, null), cron, zone);
  }

  /** What is removed at the times of a cron expression. */
  public static ScheduleDraft of(String name, CleanUp cleanUp, String cron, String zone) {
    return alone(name, new Work(null, null, cleanUp, null, null, null), cron, zone);
  }

  /** Rows that are compared at the times of a cron expression. */
  public static ScheduleDraft of(String name, Reconciliation reconcile, String cron, String zone) {
    return alone(name, new Work(null, null, null, reconcile, null, null), cron, zone);
  }

  /** Secrets that are told of at the times of a cron expression. */
  public static ScheduleDraft of(String name, AgeCheck ages, String cron, String zone) {
    return alone(name, new Work(null, null, null, null, ages, null), cron, zone);
  }

  /** Events that are kept, at the times of a cron expression. */
  public static ScheduleDraft of(String name, EventArchive archive, String cron, String zone) {
    return alone(name, new Work(null, null, null, null, null, archive), cron, zone);
  }

  /** One that leaves a run out rather than have two. */
  private static ScheduleDraft alone(String name, Work work, String cron, String zone) {
    return new ScheduleDraft(
        name,
        work.export(),
        work.files(),
        work.cleanUp(),
        work.reconcile(),
        work.ages(),
        work.archive(),
        cron,
        zone,
        null,
        null,
        MissedPolicy.RUN_ONCE,
        OverlapPolicy.SKIP,
        null,
        null,
        true,
        null);
  }

  /** The same, going or resting. */
  public ScheduleDraft withEnabled(boolean value) {
    return copy(new Work(this), new Times(cron, zone), value, notice);
  }

  /** Another export at other times; the rest stays. */
  public ScheduleDraft with(
      ExportDraft newExport, @Nullable String newCron, @Nullable String newZone) {
    return doing(newExport).at(newCron, newZone);
  }

  /** The same, and it makes this. */
  public ScheduleDraft doing(ExportDraft other) {
    return doing(new Work(other, null, null, null, null, null));
  }

  /** The same, and it imports this. */
  public ScheduleDraft doing(FolderImport other) {
    return doing(new Work(null, other, null, null, null, null));
  }

  /** The same, and it removes this. */
  public ScheduleDraft doing(CleanUp other) {
    return doing(new Work(null, null, other, null, null, null));
  }

  /** The same, and it compares this. */
  public ScheduleDraft doing(Reconciliation other) {
    return doing(new Work(null, null, null, other, null, null));
  }

  /** The same, and it tells of these. */
  public ScheduleDraft doing(AgeCheck other) {
    return doing(new Work(null, null, null, null, other, null));
  }

  /** The same, and it keeps these. */
  public ScheduleDraft doing(EventArchive other) {
    return doing(new Work(null, null, null, null, null, other));
  }

  private ScheduleDraft doing(Work work) {
    return copy(work, new Times(cron, zone), enabled, notice);
  }

  /** The same at other times. */
  public ScheduleDraft at(@Nullable String newCron, @Nullable String newZone) {
    return copy(new Work(this), new Times(newCron, newZone), enabled, notice);
  }

  /** The same, in a zone. */
  public ScheduleDraft in(String other) {
    return at(cron, other);
  }

  /** The same, and people hear of it. */
  public ScheduleDraft telling(NoticeOrder other) {
    return copy(new Work(this), new Times(cron, zone), enabled, other);
  }

  private record Times(@Nullable String cron, @Nullable String zone) {}

  private record Work(
      @Nullable ExportDraft export,
      @Nullable FolderImport files,
      @Nullable CleanUp cleanUp,
      @Nullable Reconciliation reconcile,
      @Nullable AgeCheck ages,
      @Nullable EventArchive archive) {
    Work(ScheduleDraft of) {
      this(of.export, of.files, of.cleanUp, of.reconcile, of.ages, of.archive);
    }
  }

  private ScheduleDraft copy(
      Work work, Times times, boolean newEnabled, @Nullable NoticeOrder newNotice) {
    return new ScheduleDraft(
        name,
        work.export(),
        work.files(),
        work.cleanUp(),
        work.reconcile(),
        work.ages(),
        work.archive(),
        times.cron(),
        times.zone(),
        after,
        holidays,
        missed,
        overlap,
        timeoutMinutes,
        tries,
        newEnabled,
        newNotice);
  }

  /**
   * Another schedule whose runs are followed.
   *
   * @param schedule its name
   * @param of which of its runs
   */
  public record AfterRun(String schedule, @JsonProperty(defaultValue = "DONE") Ending of) {
    public AfterRun {
      of = of == null ? Ending.DONE : of;
    }
  }

  /** How the run before has to have ended. */
  public enum Ending {
    DONE,
    /** Done or failed. */
    ANY
  }

  /** What becomes of times at which no node was there, or the database was away. */
  public enum MissedPolicy {
    /** One run for all of them, for the last of their times. */
    RUN_ONCE,
    /** A run for each. */
    RUN_ALL,
    /** They are left out. */
    SKIP
  }

  /** What becomes of a run that is due before the one before it has ended. */
  public enum OverlapPolicy {
    /** It waits for its turn. */
    QUEUE,
    /** It is left out. */
    SKIP,
    /** Both are worked at the same time. */
    PARALLEL
  }
}
