package dev.patchbay.server.export;

import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.route.RouteStore;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.server.http.ServerJson;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes orders for exports and hands out what came of them. Thread-safe. */
public final class ExportDesk {
  static final String REQUESTS = "requests";

  private static final Pattern NAME = Pattern.compile("[^/\\\\:*?\"<>|\\p{Cntrl}]{1,100}");

  private final JobRuns runs;
  private final RequestModel requests;
  private final RequestColumns columns;
  private final StoreDelivery stores;
  private final Runnable queued;

  /**
   * A desk.
   *
   * @param queued told of every new run
   */
  public ExportDesk(Parts parts, ZoneId zone, Runnable queued) {
    this.runs = parts.runs();
    this.requests = parts.requests();
    this.columns = new RequestColumns(parts.routes(), zone);
    this.stores = parts.stores();
    this.queued = queued;
  }

  /** What a desk works with. */
  public record Parts(
      JobRuns runs, RequestModel requests, RouteStore routes, StoreDelivery stores) {}

  /** Whether there is anything to export. */
  public boolean isOpen() {
    return requests.standing().isPresent();
  }

  /** Faults of a draft, by field. */
  public List<FieldError> faults(ExportDraft draft) {
    var faults = new ArrayList<FieldError>();
    if (!draft.dataset().equals(REQUESTS)) {
      faults.add(new FieldError("/dataset", "must be " + REQUESTS + ", the only one there is"));
    }
    if (draft.sort() != null && RequestSort.of(draft.sort()).isEmpty()) {
      faults.add(new FieldError("/sort", "must be one of " + RequestSort.parameters()));
    }
    if (draft.name() != null && !NAME.matcher(draft.name()).matches()) {
      faults.add(new FieldError("/name", "must be 1 to 100 characters that a file name may have"));
    }
    if (draft.language() != null && !isLanguage(draft.language())) {
      faults.add(new FieldError("/language", "must be a language tag such as de-DE"));
    }
    faults.addAll(columnFaults(draft.columns()));
    if (draft.store() != null) {
      faults.addAll(stores.faults(draft.store(), "/store"));
    }
    return faults;
  }

  private List<FieldError> columnFaults(List<String> chosen) {
    var known = columns.all().keySet();
    var seen = new HashSet<String>();
    var faults = new ArrayList<FieldError>();
    for (int i = 0; i < chosen.size(); i++) {
      if (!known.contains(chosen.get(i))) {
        faults.add(new FieldError("/columns/" + i, "is none of " + known));
      } else if (!seen.add(chosen.get(i))) {
        faults.add(new FieldError("/columns/" + i, "is given twice"));
      }
    }
    return faults;
  }

  private static boolean isLanguage(String tag) {
    var locale = Locale.forLanguageTag(tag);
    return locale.toLanguageTag().equalsIgnoreCase(tag) && !locale.getLanguage().isEmpty();
  }

  /**
   * Orders an export.
   *
   * @param once the caller's key for it, null if it has none
   */
  public JobRuns.Asked order(ExportDraft draft, String who, @Nullable String once) {
    var request = new String(ServerJson.bytes(draft), StandardCharsets.UTF_8);
    var name = draft.name() == null ? draft.dataset() : draft.name();
    var asked = runs.ask(new NewRun(ExportWork.KIND, name, request, who, once));
    if (asked instanceof JobRuns.Asked.Queued) {
      queued.run();
    }
    return asked;
  }

  /** The newest. */
  public List<RunView> newest(int limit) {
    return runs.newest(ExportWork.KIND, limit);
  }

  /** One. */
  public Optional<RunView> find(String id) {
    return runs.find(ExportWork.KIND, id);
  }

  /** Calls one off; false if it has ended. */
  public boolean cancel(String id) {
    return runs.cancel(ExportWork.KIND, id);
  }

  /** The content of what came of one. */
  public InputStream file(String id) {
    return runs.file(id);
  }
}
