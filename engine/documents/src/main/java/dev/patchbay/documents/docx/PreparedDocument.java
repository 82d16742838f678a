package dev.patchbay.documents.docx;

import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.TemplateLimits;
import dev.patchbay.documents.jinja.Budget;
import dev.patchbay.documents.jinja.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A Word template with all its tags read. Immutable, may be rendered by many threads at once. */
public final class PreparedDocument {
  private final Archive archive;
  private final List<DocumentParts.Part> parts;
  private final List<PartTemplate> templates;
  private final TemplateLimits limits;

  private PreparedDocument(
      Archive archive,
      List<DocumentParts.Part> parts,
      List<PartTemplate> templates,
      TemplateLimits limits) {
    this.archive = archive;
    this.parts = parts;
    this.templates = List.copyOf(templates);
    this.limits = limits;
  }

  /** Reads a template; throws {@code Fault} or {@code PlacedFault}. */
  public static PreparedDocument of(byte[] docx, TemplateLimits limits) {
    var archive = Archive.of(docx, limits.unpackedBytes());
    var parts = DocumentParts.rendered(archive);
    var templates = new ArrayList<PartTemplate>();
    for (var part : parts) {
      var xml = XmlBytes.checked(archive.read(part.name()).orElseThrow(Archive::damaged));
      templates.add(PartTemplate.of(part.name(), xml, part.title()));
    }
    archive
        .read(CoreProperties.FILE)
        .map(XmlBytes::checked)
        .map(CoreProperties::template)
        .ifPresent(templates::add);
    return new PreparedDocument(archive, parts, templates, limits);
  }

  /** Names that the data must have. */
  public Set<String> undeclared() {
    var names = new TreeSet<String>();
    templates.forEach(part -> names.addAll(part.template().undeclared()));
    return names;
  }

  /** Refuses unknown filters and tests; throws {@code PlacedFault}. */
  public void check(Environment environment) {
    templates.forEach(part -> part.template().check(environment));
  }

  /** The document; throws {@code Fault} or {@code PlacedFault}. */
  public byte[] render(Map<String, ? extends @Nullable Object> data, RenderOptions options) {
    var environment = Environment.BUILT_IN.with(options.filters());
    check(environment);
    var output = new Output(archive);
    var budget =
        new Budget(new Budget.Limit(limits.steps(), limits.characters(), limits.nestedCalls()));
    for (var part : templates) {
      var surroundings = new PartSurroundings(output, part.name(), limits.unpackedBytes());
      var bound = new Binding(surroundings).bound(data);
      long special = budget.special();
      var rendered = part.template().render(bound, environment, budget);
      output.put(
          part.name(),
          part.plain() && budget.special() == special
              ? rendered
              : PartRenderer.finished(rendered, part.title(), output.pictureIds()));
    }
    var replacing = new Replacing(archive, parts);
    options.replacements().forEach(each -> replacing.apply(each, output));
    return output.written();
  }
}
