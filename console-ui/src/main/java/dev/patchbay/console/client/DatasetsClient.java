package dev.patchbay.console.client;

import static dev.patchbay.console.client.QueryString.encode;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.console.client.Transport.Call;
import dev.patchbay.model.Page;
import dev.patchbay.model.dataset.DatasetPage;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.DatasetView;

/** Datasets and their policies, as calls like those of {@link HubClient}. Thread-safe. */
public final class DatasetsClient {
  private final Transport transport;

  DatasetsClient(Transport transport) {
    this.transport = transport;
  }

  /** All datasets, as this caller is shown them. */
  public Page<DatasetView> all() throws HubException, InterruptedException {
    return transport.send(Call.get("/datasets"), new TypeReference<>() {});
  }

  /** The first rows of a dataset, as this caller is shown them. */
  public DatasetPage rows(String dataset, int limit) throws HubException, InterruptedException {
    var query = new QueryString().with("limit", limit);
    return transport.send(
        Call.get("/datasets/" + encode(dataset) + "/rows" + query), new TypeReference<>() {});
  }

  /** The policies of all datasets that have one. */
  public Page<DatasetPolicyView> policies() throws HubException, InterruptedException {
    return transport.send(Call.get("/dataset-policies"), new TypeReference<>() {});
  }

  /** Makes the first policy of a dataset. */
  public DatasetPolicyView create(DatasetPolicyDraft draft)
      throws HubException, InterruptedException {
    return transport.send(Call.post("/dataset-policies", draft), new TypeReference<>() {});
  }

  /** Changes a policy if it is still at this version. */
  public DatasetPolicyView change(DatasetPolicyDraft draft, long version)
      throws HubException, InterruptedException {
    return transport.send(
        Call.put("/dataset-policies/" + encode(draft.name()), draft, version),
        new TypeReference<>() {});
  }
}
