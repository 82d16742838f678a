package dev.patchbay.console.client;

import static dev.patchbay.console.client.QueryString.encode;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.console.client.Transport.Call;
import dev.patchbay.model.Page;
import dev.patchbay.model.template.TemplateCheck;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateDiff;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateTrial;
import dev.patchbay.model.template.TemplateView;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Document templates, as calls like those of {@link HubClient}. Thread-safe. */
public final class TemplatesClient {
  /** The hub tells Word, HTML and workbooks by the content. */
  private static final String FILE = "application/octet-stream";

  private final Transport transport;
  private final Transfers transfers;

  TemplatesClient(Transport transport) {
    this.transport = transport;
    this.transfers = new Transfers(transport);
  }

  /** A form that a document is saved in. */
  public enum Form {
    /** As Word has it. */
    DOCX,
    /** As browsers have it. */
    HTML,
    /** As Excel has it. */
    XLSX,
    /** As it is printed. */
    PDF;

    /** That of a template itself. */
    public static Form of(TemplateKind kind) {
      return switch (kind) {
        case DOCX -> DOCX;
        case HTML -> HTML;
        case XLSX -> XLSX;
      };
    }

    /** What names of such files end in, without the point. */
    public String ending() {
      return parameter();
    }

    String parameter() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What becomes of a file.
   *
   * @param contract type of the events that the template is filled in with, empty for none
   * @param note what is kept with the version, null for nothing
   * @param activate whether documents are made of it from now on
   * @param allowUnknown whether it may use what the contract does not know
   */
  public record Upload(
      String template,
      String contract,
      @Nullable String note,
      boolean activate,
      boolean allowUnknown) {}

  /** All templates. */
  public Page<TemplateView> all() throws HubException, InterruptedException {
    return transport.send(Call.get("/templates"), new TypeReference<>() {});
  }

  /** One template with its versions. */
  public TemplateDetail one(String name) throws HubException, InterruptedException {
    return transport.send(Call.get(template(name)), new TypeReference<>() {});
  }

  /** What is found in a file; nothing is kept of it. */
  public TemplateCheck check(String name, String contract, Path file)
      throws HubException, InterruptedException {
    var query = new QueryString().with("check", true).with("contract", contract);
    return transfers.ask(
        template(name) + "/versions" + query, FILE, file, new TypeReference<>() {});
  }

  /**
   * Keeps a file as the next version.
   *
   * @param version that the template is still at, null if it is new
   */
  public TemplateDetail upload(Upload upload, Path file, @Nullable Long version)
      throws HubException, InterruptedException {
    var query =
        new QueryString()
            .with("contract", upload.contract())
            .with("note", upload.note())
            .with("activate", upload.activate())
            .with("allow", upload.allowUnknown() ? "unknown-variables" : null);
    return transfers.upload(
        template(upload.template()) + "/versions" + query,
        FILE,
        file,
        version,
        new TypeReference<>() {});
  }

  /** What differs between two versions. */
  public TemplateDiff diff(String name, int from, int to)
      throws HubException, InterruptedException {
    var query = new QueryString().with("from", from).with("to", to);
    return transport.send(Call.get(template(name) + "/diff" + query), new TypeReference<>() {});
  }

  /** Has documents made of a version, if the template is still at this version of its own. */
  public TemplateDetail activate(String name, int number, long version)
      throws HubException, InterruptedException {
    return transport.send(
        Call.change(version(name, number) + "/activate", version), new TypeReference<>() {});
  }

  /** Deletes a template with all its versions, if it is still at this version of its own. */
  public void delete(String name, long version) throws HubException, InterruptedException {
    transport.send(Call.delete(template(name), version));
  }

  /** Fetches the file of a version. */
  public Path save(String name, int number, Path target) throws HubException, InterruptedException {
    return transfers.download(version(name, number) + "/content", target);
  }

  /** One page of what a version makes of an event, as a picture of this width. */
  public PagePicture page(String name, int number, TemplateTrial trial, int page, int width)
      throws HubException, InterruptedException {
    var query = new QueryString().with("as", "png").with("page", page).with("width", width);
    return PagePicture.of(transfers.made(version(name, number) + "/trial" + query, trial));
  }

  /** Fetches what a version makes of an event. */
  public Path save(String name, int number, TemplateTrial trial, Form form, Path target)
      throws HubException, InterruptedException {
    var query = new QueryString().with("as", form.parameter());
    return transfers.download(version(name, number) + "/trial" + query, trial, target);
  }

  private static String template(String name) {
    return "/templates/" + encode(name);
  }

  private static String version(String name, int number) {
    return template(name) + "/versions/" + number;
  }
}
