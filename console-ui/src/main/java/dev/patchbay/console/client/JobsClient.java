package dev.patchbay.console.client;

import static dev.patchbay.console.client.QueryString.encode;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.console.client.Transport.Call;
import dev.patchbay.model.Page;
import dev.patchbay.model.job.Firings;
import dev.patchbay.model.job.FiringsDraft;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import java.nio.file.Path;

/** Schedules and runs, as calls like those of {@link HubClient}. Thread-safe. */
public final class JobsClient {
  private final Transport transport;
  private final Transfers transfers;

  JobsClient(Transport transport) {
    this.transport = transport;
    this.transfers = new Transfers(transport);
  }

  /** All schedules. */
  public Page<ScheduleView> schedules() throws HubException, InterruptedException {
    return transport.send(Call.get("/schedules"), new TypeReference<>() {});
  }

  /** Creates a schedule. */
  public ScheduleView create(ScheduleDraft draft) throws HubException, InterruptedException {
    return transport.send(Call.post("/schedules", draft), new TypeReference<>() {});
  }

  /** Changes a schedule if it is still at this version. */
  public ScheduleView change(ScheduleDraft draft, long version)
      throws HubException, InterruptedException {
    return transport.send(
        Call.put(schedule(draft.name()), draft, version), new TypeReference<>() {});
  }

  /** Lets a schedule rest or go on. */
  public ScheduleView turn(String name, Switch action) throws HubException, InterruptedException {
    return transport.send(
        Call.post(schedule(name) + "/" + action.path(), null), new TypeReference<>() {});
  }

  /** Has a schedule run at once. */
  public RunView runNow(String name) throws HubException, InterruptedException {
    return transport.send(Call.post(schedule(name) + "/run", null), new TypeReference<>() {});
  }

  /** The next times of a schedule that need not be saved. */
  public Firings firings(FiringsDraft asked) throws HubException, InterruptedException {
    return transport.send(Call.ask("/schedules/firings", asked), new TypeReference<>() {});
  }

  /** The newest runs. */
  public Page<RunView> runs(int limit) throws HubException, InterruptedException {
    return transport.send(
        Call.get("/runs" + new QueryString().with("limit", limit)), new TypeReference<>() {});
  }

  /** One run. */
  public RunView run(String id) throws HubException, InterruptedException {
    return transport.send(Call.get(runOf(id)), new TypeReference<>() {});
  }

  /** What happened to a run. */
  public Page<RunLogLine> log(String id) throws HubException, InterruptedException {
    return transport.send(Call.get(runOf(id) + "/log"), new TypeReference<>() {});
  }

  /** Calls a run off. */
  public RunView cancel(String id) throws HubException, InterruptedException {
    return transport.send(Call.post(runOf(id) + "/cancel", null), new TypeReference<>() {});
  }

  /**
   * Fetches the file that a run made.
   *
   * @param target where it is put, whole or not at all; what stands there is replaced
   */
  public Path save(String id, Path target) throws HubException, InterruptedException {
    return transfers.download(runOf(id) + "/file", target);
  }

  private static String schedule(String name) {
    return "/schedules/" + encode(name);
  }

  private static String runOf(String id) {
    return "/runs/" + encode(id);
  }
}
