package dev.patchbay.server.template;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.core.template.NewVersion;
import dev.patchbay.core.template.TemplateEngine;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.core.template.UnknownVariables;
import dev.patchbay.model.template.TemplateCheck;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateDiff;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.model.template.TemplateVariable;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import dev.patchbay.server.pdf.PdfConverter;
import dev.patchbay.spi.store.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of document templates: looks files over, keeps them as versions. Thread-safe. */
public final class TemplateDesk {
  private final TemplateStore store;
  private final TemplateEngine engine;
  private final Contracts contracts;
  private final PdfConverter pdf;

  /**
   * A desk.
   *
   * @param pdf knows the fonts of this server
   */
  public TemplateDesk(
      TemplateStore store, TemplateEngine engine, Contracts contracts, PdfConverter pdf) {
    this.store = store;
    this.engine = engine;
    this.contracts = contracts;
    this.pdf = pdf;
  }

  /** A file as it came. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Upload(
      String name,
      @Nullable String contract,
      byte[] file,
      @Nullable String note,
      NewVersion.Activation activation) {}

  public List<TemplateView> all() {
    return store.all();
  }

  public Optional<TemplateView> find(String name) {
    return store.find(name);
  }

  /** A template with its versions, compared with its contract as it stands now. */
  public Optional<TemplateDetail> detail(String name) {
    return store.find(name).map(this::detail);
  }

  private TemplateDetail detail(TemplateView template) {
    var versions = store.versions(template.name());
    var used =
        versions.stream()
            .filter(version -> version.number() == template.active())
            .flatMap(version -> version.variables().stream())
            .toList();
    return new TemplateDetail(template, versions, unknown(template.contract(), used));
  }

  private List<TemplateVariable> unknown(
      @Nullable String contract, List<TemplateVariable> variables) {
    return new UnknownVariables(contracts).of(contract, variables);
  }

  /** Whether there is such a contract. */
  public boolean knowsContract(String type) {
    return contracts.knows(type);
  }

  /** What is found in a file; nothing is kept. */
  public TemplateCheck check(Upload upload) {
    var found = engine.inspect(upload.file());
    var needless = needlessContract(upload);
    var problems =
        Stream.of(otherKind(upload).stream(), needless.stream(), found.problems().stream())
            .flatMap(each -> each);
    return new TemplateCheck(
        problems.toList(),
        needless.isPresent() ? List.of() : unknown(upload.contract(), found.variables()),
        found.variables(),
        found.fonts(),
        pdf.missing(found.fonts()).orElse(null),
        same(upload));
  }

  /** Routes and exports have chosen a format that goes with the kind. */
  private Optional<TemplateProblem> otherKind(Upload upload) {
    return store
        .find(upload.name())
        .map(TemplateView::kind)
        .filter(kind -> kind != engine.kind(upload.file()))
        .map(
            kind ->
                new TemplateProblem(
                    "",
                    "",
                    "the versions of this template are " + kind + ", and this file is not",
                    "Upload it as a template of another name."));
  }

  private Optional<TemplateProblem> needlessContract(Upload upload) {
    return Optional.ofNullable(upload.contract())
        .filter(_ -> engine.kind(upload.file()) == TemplateKind.XLSX)
        .map(
            _ ->
                new TemplateProblem(
                    "",
                    "",
                    "a workbook takes the rows of exports, of which no contract of events says anything",
                    "Upload it without a contract."));
  }

  private @Nullable Integer same(Upload upload) {
    var sha256 = Sha256.of(upload.file());
    return store.versions(upload.name()).stream()
        .filter(version -> version.sha256().equals(sha256))
        .map(TemplateVersionView::number)
        .findFirst()
        .orElse(null);
  }

  /** Keeps a file that was checked as the next version. */
  public Saved<TemplateView> keep(Upload upload, TemplateCheck check, long expected, String who) {
    var version =
        new NewVersion(
            upload.name(),
            engine.kind(upload.file()),
            upload.contract(),
            upload.file(),
            check.variables(),
            check.fonts(),
            upload.note(),
            upload.activation());
    return store.add(version, expected, who);
  }

  /** The file of a version. */
  public Optional<byte[]> file(String name, int number) {
    return store.file(name, number);
  }

  /** How two versions differ, if there are both. */
  public Optional<TemplateDiff> diff(String name, int from, int to) {
    var versions = store.versions(name);
    return version(versions, from)
        .flatMap(old -> version(versions, to).map(fresh -> diff(old, fresh)));
  }

  private static Optional<TemplateVersionView> version(
      List<TemplateVersionView> versions, int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  private static TemplateDiff diff(TemplateVersionView from, TemplateVersionView to) {
    return new TemplateDiff(
        from.number(),
        to.number(),
        without(paths(to), paths(from)),
        without(paths(from), paths(to)),
        without(to.fonts(), from.fonts()),
        without(from.fonts(), to.fonts()));
  }

  private static List<String> paths(TemplateVersionView version) {
    return version.variables().stream().map(TemplateVariable::path).toList();
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(each -> !others.contains(each)).toList();
  }

  /** Has documents made of a version from now on. */
  public Saved<TemplateView> activate(String name, int number, long expected, String who) {
    return store.activate(name, number, expected, who);
  }

  /** Takes a template away. */
  public Saved<TemplateView> delete(String name, long expected, String who) {
    return store.delete(name, expected, who);
  }
}
