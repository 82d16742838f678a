package dev.patchbay.core.schedule;

import dev.patchbay.model.job.AgeCheck;
import dev.patchbay.model.job.CleanUp;
import dev.patchbay.model.job.EventArchive;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.Reconciliation;
import dev.patchbay.model.job.ScheduleDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a schedule does: the one place that knows all kinds. */
public sealed interface ScheduledWork {
  /** Where a draft says it. */
  String field();

  /** Kind of its runs. */
  String kind();

  /** What its runs are called, for people. */
  String title();

  /** What it does, in a few English words. */
  String words();

  /** What its runs are told, to be written as JSON. */
  Object request(ScheduleDraft of);

  /** Connectors that it needs. */
  default Set<String> connectors() {
    return Set.of();
  }

  /** Addresses and lists that it writes to. */
  default List<String> recipients() {
    return List.of();
  }

  /** All that a draft says is to be done; a schedule that is stored says one thing. */
  static List<ScheduledWork> allOf(ScheduleDraft draft) {
    var all = new ArrayList<ScheduledWork>();
    if (draft.export() != null) {
      all.add(new Export(draft.export()));
    }
    if (draft.files() != null) {
      all.add(new Import(draft.files()));
    }
    if (draft.cleanUp() != null) {
      all.add(new Removal(draft.cleanUp()));
    }
    if (draft.reconcile() != null) {
      all.add(new Comparison(draft.reconcile()));
    }
    if (draft.ages() != null) {
      all.add(new AgesOfSecrets(draft.ages()));
    }
    if (draft.archive() != null) {
      all.add(new Archive(draft.archive()));
    }
    return all;
  }

  /**
   * What a schedule does.
   *
   * @throws IllegalArgumentException if it says nothing, or more than one thing
   */
  static ScheduledWork of(ScheduleDraft draft) {
    var all = allOf(draft);
    if (all.size() != 1) {
      throw new IllegalArgumentException("'" + draft.name() + "' has to do one thing");
    }
    return all.getFirst();
  }

  /** Files of a folder that are imported. */
  record Import(FolderImport files) implements ScheduledWork {
    /** Kind of its runs: each file has a run of its own besides. */
    public static final String KIND = "folder-import";

    @Override
    public String field() {
      return "import";
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String title() {
      return files.connector()
          + "/"
          + (files.folder() == null ? "" : files.folder() + "/")
          + files.pattern();
    }

    @Override
    public String words() {
      return "Imports " + title();
    }

    @Override
    public Object request(ScheduleDraft of) {
      return files;
    }

    @Override
    public Set<String> connectors() {
      return Set.of(files.connector());
    }
  }

  /** What is old is removed. */
  record Removal(CleanUp order) implements ScheduledWork {
    /** Kind of its runs. */
    public static final String KIND = "clean-up";

    @Override
    public String field() {
      return "cleanUp";
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String title() {
      return order.dryRun() ? "Clean-up, only counted" : "Clean-up";
    }

    @Override
    public String words() {
      return order.dryRun() ? "Counts what is old" : "Removes what is old";
    }

    @Override
    public Object request(ScheduleDraft of) {
      return order;
    }
  }

  /** Rows are compared with what was delivered. */
  record Comparison(Reconciliation order) implements ScheduledWork {
    /** Kind of its runs. */
    public static final String KIND = "reconciliation";

    @Override
    public String field() {
      return "reconcile";
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String title() {
      return order.route();
    }

    @Override
    public String words() {
      return (order.repair() ? "Compares and repairs the rows of " : "Compares the rows of ")
          + order.route();
    }

    @Override
    public Object request(ScheduleDraft of) {
      return order;
    }
  }

  /** It is told which secrets are old. */
  record AgesOfSecrets(AgeCheck check) implements ScheduledWork {
    /** Kind of its runs. */
    public static final String KIND = "secret-ages";

    @Override
    public String field() {
      return "secretAges";
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String title() {
      return "Ages of secrets";
    }

    @Override
    public String words() {
      return "Tells which secrets are old";
    }

    @Override
    public Object request(ScheduleDraft of) {
      return check;
    }
  }

  /** Events are kept in a file of their own. */
  record Archive(EventArchive order) implements ScheduledWork {
    /** Kind of its runs. */
    public static final String KIND = "archive";

    @Override
    public String field() {
      return "archive";
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public String title() {
      return "Events";
    }

    @Override
    public String words() {
      return "Keeps accepted events in " + order.store().connector();
    }

    @Override
    public Object request(ScheduleDraft of) {
      return order.orIn(of.zone());
    }

    @Override
    public Set<String> connectors() {
      return Set.of(order.store().connector());
    }
  }

  /** An export. */
  record Export(ExportDraft draft) implements ScheduledWork {
    @Override
    public String field() {
      return "export";
    }

    @Override
    public String kind() {
      return "export";
    }

    @Override
    public String title() {
      return draft.called();
    }

    @Override
    public String words() {
      return "Exports %s as %s".formatted(draft.dataset(), draft.format().name());
    }

    @Override
    public Object request(ScheduleDraft of) {
      return draft.orIn(of.zone());
    }

    @Override
    public Set<String> connectors() {
      var named = new TreeSet<String>();
      if (draft.store() != null) {
        named.add(draft.store().connector());
      }
      if (draft.mail() != null) {
        named.add(draft.mail().connector());
      }
      if (draft.sheet() != null) {
        named.add(draft.sheet().connector());
      }
      return named;
    }

    @Override
    public List<String> recipients() {
      return draft.mail() == null ? List.of() : draft.mail().to();
    }
  }
}
