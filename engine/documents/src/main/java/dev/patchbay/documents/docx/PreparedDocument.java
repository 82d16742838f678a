package dev.patchbay.documents.docx;

import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.TemplateLimits;
import dev.patchbay.documents.docx.check.ActiveContent;
import dev.patchbay.documents.docx.check.FieldRules;
import dev.patchbay.documents.docx.check.PackageCheck;
import dev.patchbay.documents.docx.opc.Archive;
import dev.patchbay.documents.docx.opc.DocumentParts;
import dev.patchbay.documents.docx.opc.Output;
import dev.patchbay.documents.docx.opc.XmlBytes;
import dev.patchbay.documents.docx.subdoc.PartSurroundings;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.Template;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.run.Budget;
import dev.patchbay.documents.jinja.run.Environment;
import dev.patchbay.documents.jinja.run.OutputSize;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.rich.Binding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
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

  /** Reads a template; throws {@code Fault} where it is no document at all. */
  public static PreparedDocument of(byte[] docx, TemplateLimits limits, Complaints complaints) {
    var archive = Archive.of(docx, limits.unpackedBytes());
    new PackageCheck(archive, complaints).run();
    var parts = DocumentParts.rendered(archive);
    var templates = new ArrayList<PartTemplate>();
    for (var part : parts) {
      var heard = complaints.ofPart(number(parts, part.name()));
      var xml = XmlBytes.checked(archive.read(part.name()).orElseThrow(Archive::damaged));
      read(part.title(), heard, () -> PartTemplate.of(part, xml, heard)).ifPresent(templates::add);
    }
    var heard = complaints.ofPart(number(parts, CoreProperties.FILE));
    archive
        .read(CoreProperties.FILE)
        .map(XmlBytes::checked)
        .flatMap(
            xml -> read(CoreProperties.TITLE, heard, () -> CoreProperties.template(xml, heard)))
        .ifPresent(templates::add);
    return new PreparedDocument(archive, parts, templates, limits);
  }

  /** The properties stand behind all parts. */
  private static int number(List<DocumentParts.Part> parts, String name) {
    int at = parts.stream().map(DocumentParts.Part::name).toList().indexOf(name);
    return at < 0 ? parts.size() + 1 : at + 1;
  }

  /** A part that cannot be read at all is complained of as a whole. */
  private static Optional<PartTemplate> read(
      String title, Complaints complaints, Supplier<PartTemplate> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Fault fault) {
      complaints.add(new PlacedFault(fault, new Place(title, "")));
      return Optional.empty();
    }
  }

  /**
   * What of the data it uses, each with the place of its first use. Where that is more than {@link
   * Template#MOST_PATHS}, some are missing.
   */
  public Map<String, Place> paths() {
    var paths = new TreeMap<String, Place>();
    for (var part : templates) {
      if (paths.size() <= Template.MOST_PATHS) {
        part.template().paths().forEach(paths::putIfAbsent);
      }
    }
    return paths;
  }

  /** Fonts that it asks for, sorted. */
  public List<String> fonts() {
    return UsedFonts.of(archive);
  }

  /** Complains of unknown filters and tests. */
  public void check(Environment environment, Complaints complaints) {
    templates.forEach(
        part -> part.template().check(environment, complaints.ofPart(number(parts, part.name()))));
  }

  /** The document; throws {@code Fault} or {@code PlacedFault}. */
  public byte[] render(Map<String, ? extends @Nullable Object> data, RenderOptions options) {
    var environment = Environment.BUILT_IN.with(options.filters());
    check(environment, Complaints.FIRST);
    var size = new OutputSize(limits.outputBytes());
    var output = new Output(archive, size);
    var budget = new Budget(limits.budget());
    for (var part : templates) {
      var surroundings = new PartSurroundings(output, part.name(), limits.unpackedBytes());
      var bound = new Binding(rich -> () -> rich.markup(surroundings)).bound(data);
      long special = budget.special();
      var rendered = part.template().render(bound, environment, budget);
      boolean sound = part.plain() && budget.special() == special;
      var finished = sound ? rendered : finished(part, rendered, output, options);
      output.put(part.name(), size.counted(finished.getBytes(StandardCharsets.UTF_8)));
    }
    var replacing = new Replacing(archive, parts);
    options.replacements().forEach(each -> replacing.apply(each, output));
    return size.checked(output.written());
  }

  private String finished(
      PartTemplate part, String rendered, Output output, RenderOptions options) {
    var finished =
        PartRenderer.finished(rendered, part.title(), output.pictureIds(), output.size());
    var active = ActiveContent.of(Pieces.of(finished));
    if (options.plain()) {
      refuseFreshContent(part, active);
    }
    refuseReachingFields(part, active);
    return finished;
  }

  /** Tags can put a field together that no look at the template shows. */
  private static void refuseReachingFields(PartTemplate part, ActiveContent active) {
    for (var field : active.fields()) {
      FieldRules.reaching(field)
          .or(() -> FieldRules.link(field))
          .ifPresent(
              fault -> {
                throw new PlacedFault(fault, new Place(part.title(), ""));
              });
    }
  }

  /** Data that comes from anywhere adds no fields, links or objects, whatever filters it passes. */
  private static void refuseFreshContent(PartTemplate part, ActiveContent active) {
    active
        .besides(part.active())
        .ifPresent(
            fresh -> {
              throw new PlacedFault(
                  new Fault(
                      "the data brings a field, link or object that the template does not have, "
                          + fresh,
                      "Take |safe off what shows data."),
                  new Place(part.title(), ""));
            });
  }
}
