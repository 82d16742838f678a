package dev.patchbay.documents;

import dev.patchbay.documents.docx.PreparedDocument;
import dev.patchbay.documents.jinja.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Word template written for python-docxtpl, read and checked. Immutable; may be kept and rendered
 * by many threads at once. Nothing is written to disk, and no template reaches anything but the
 * data it is given.
 */
public final class DocumentTemplate {
  private final PreparedDocument document;

  private DocumentTemplate(PreparedDocument document) {
    this.document = document;
  }

  /** Reads a DOCX file. */
  public static Preparation prepare(byte[] docx, TemplateLimits limits) {
    return guarded(
        () -> new Preparation.Ready(new DocumentTemplate(PreparedDocument.of(docx, limits))),
        Preparation.Refused::new);
  }

  /** Names that the template takes from the data. */
  public Set<String> undeclaredVariables() {
    return document.undeclared();
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

  private static <T> T guarded(
      Supplier<T> work, java.util.function.Function<TemplateProblem, T> refused) {
    try {
      return work.get();
    } catch (Fault fault) {
      return refused.apply(new TemplateProblem("", "", fault.what(), fault.advice()));
    } catch (StackOverflowError deep) {
      // A hostile template can nest values in ways that no count of tags sees; nothing is shared.
      return refused.apply(
          new TemplateProblem(
              "", "", "the template nests values or tags too deep", "Make it simpler."));
    } catch (PlacedFault placed) {
      var fault = placed.fault();
      var place = placed.place();
      return refused.apply(
          new TemplateProblem(place.where(), place.typed(), fault.what(), fault.advice()));
    }
  }
}
