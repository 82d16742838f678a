package dev.patchbay.console.client;

import static dev.patchbay.console.client.QueryString.encode;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.console.client.Transport.Call;
import dev.patchbay.model.Page;
import dev.patchbay.model.imports.ImportDraft;
import dev.patchbay.model.imports.ImportPreview;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.imports.ImportProfileDraft;
import dev.patchbay.model.imports.ImportProfileView;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.service.ServiceView;
import java.nio.file.Path;
import java.util.Map;

/** Imports of files, as calls like those of {@link HubClient}. Thread-safe. */
public final class ImportsClient {
  private final Transport transport;
  private final Transfers transfers;

  ImportsClient(Transport transport) {
    this.transport = transport;
    this.transfers = new Transfers(transport);
  }

  /** The newest imports. */
  public Page<ImportView> newest(int limit) throws HubException, InterruptedException {
    return transport.send(
        Call.get("/imports" + new QueryString().with("limit", limit)), new TypeReference<>() {});
  }

  /** One import. */
  public ImportView one(String id) throws HubException, InterruptedException {
    return transport.send(Call.get(importOf(id)), new TypeReference<>() {});
  }

  /** The first of what is wrong with its rows. */
  public Page<ImportProblem> problems(String id, int limit)
      throws HubException, InterruptedException {
    var query = new QueryString().with("limit", limit);
    return transport.send(Call.get(importOf(id) + "/errors" + query), new TypeReference<>() {});
  }

  /** Sends a file to be imported. */
  public ImportView start(Path file, ImportDraft draft) throws HubException, InterruptedException {
    return transfers.upload("/imports", "import", draft, file, new TypeReference<>() {});
  }

  /**
   * What a file holds; nothing is kept of it.
   *
   * @param encoding of a text, empty to have it found out
   */
  public ImportPreview preview(Path file, String encoding)
      throws HubException, InterruptedException {
    var draft = encoding.isEmpty() ? Map.of() : Map.of("encoding", encoding);
    return transfers.upload("/imports/preview", "import", draft, file, new TypeReference<>() {});
  }

  /** Calls an import off. */
  public ImportView cancel(String id) throws HubException, InterruptedException {
    return transport.send(Call.post(importOf(id) + "/cancel", null), new TypeReference<>() {});
  }

  /** Fetches what is wrong with all rows, as a CSV file. */
  public Path saveProblems(String id, Path target) throws HubException, InterruptedException {
    return transfers.download(importOf(id) + "/errors", target);
  }

  /** Fetches the copy of the file in which each row says what is wrong with it. */
  public Path saveAnnotated(String id, Path target) throws HubException, InterruptedException {
    return transfers.download(importOf(id) + "/annotated", target);
  }

  /** Saved ways to read files. */
  public Page<ImportProfileView> profiles() throws HubException, InterruptedException {
    return transport.send(Call.get("/import-profiles"), new TypeReference<>() {});
  }

  /** Keeps a way to read files. */
  public ImportProfileView create(ImportProfileDraft draft)
      throws HubException, InterruptedException {
    return transport.send(Call.post("/import-profiles", draft), new TypeReference<>() {});
  }

  /** Changes one if it is still at this version. */
  public ImportProfileView change(ImportProfileDraft draft, long version)
      throws HubException, InterruptedException {
    var path = "/import-profiles/" + encode(draft.name());
    return transport.send(Call.put(path, draft, version), new TypeReference<>() {});
  }

  /** Core services. */
  public Page<ServiceView> services() throws HubException, InterruptedException {
    return transport.send(Call.get("/services"), new TypeReference<>() {});
  }

  private static String importOf(String id) {
    return "/imports/" + encode(id);
  }
}
