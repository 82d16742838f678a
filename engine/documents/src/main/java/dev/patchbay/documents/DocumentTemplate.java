package dev.patchbay.documents;

import dev.patchbay.documents.docx.PreparedDocument;
import dev.patchbay.documents.jinja.Environment;
import dev.patchbay.documents.jinja.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Word template written for python-docxtpl, read and checked. Immutable; may be kept and rendered
 * by many threads at once. Nothing is written to disk, and no template reaches anything but the
 * data it is given.
 */
public final class DocumentTemplate {
  /** More than people make; they are kept with the template and shown. */
  private static final int MOST_VARIABLES = 1000;

  private final PreparedDocument document;

  private DocumentTemplate(PreparedDocument document) {
    this.document = document;
  }

  /** Reads a DOCX file. */
  public static Preparation prepare(byte[] docx, TemplateLimits limits) {
    var faults = new Faults();
    return guarded(
        () -> prepared(PreparedDocument.of(docx, limits, faults), faults),
        problem -> {
          faults.add(problem);
          return new Preparation.Refused(faults.problems());
        });
  }

  private static Preparation prepared(PreparedDocument document, Faults faults) {
    return faults.problems().isEmpty()
        ? new Preparation.Ready(new DocumentTemplate(document))
        : new Preparation.Refused(faults.problems());
  }

  /** Looks a DOCX file over, and names all that is wrong with it. */
  public static Inspection inspect(byte[] docx, TemplateLimits limits) {
    var faults = new Faults();
    return guarded(
        () -> inspected(PreparedDocument.of(docx, limits, faults), faults),
        problem -> {
          faults.add(problem);
          return new Inspection(faults.problems(), List.of(), List.of());
        });
  }

  private static Inspection inspected(PreparedDocument document, Faults faults) {
    document.check(Environment.BUILT_IN, faults);
    var variables = new ArrayList<Inspection.Variable>();
    document
        .paths()
        .forEach(
            (path, place) ->
                variables.add(new Inspection.Variable(path, place.where(), place.typed())));
    if (variables.size() > MOST_VARIABLES) {
      faults.add(
          new TemplateProblem(
              "",
              "",
              "the template takes more than " + MOST_VARIABLES + " different fields from the data",
              "Make several templates of it."));
      variables.clear();
    }
    return new Inspection(faults.problems(), variables, document.fonts());
  }

  /**
   * Fills the template in.
   *
   * @param data null, texts, truth values, numbers, lists and maps of these, callables, and values
   *     of the package {@code rich}
   */
  public Rendition render(Map<String, ? extends @Nullable Object> data, RenderOptions options) {
    return guarded(() -> new Rendition.Made(document.render(data, options)), Rendition.Failed::new);
  }

  private static <T> T guarded(Supplier<T> work, Function<TemplateProblem, T> refused) {
    try {
      return work.get();
    } catch (Fault fault) {
      return refused.apply(Faults.problem(fault));
    } catch (PlacedFault placed) {
      return refused.apply(Faults.problem(placed));
    } catch (StackOverflowError deep) {
      return refused.apply(Faults.tooDeep());
    }
  }
}
