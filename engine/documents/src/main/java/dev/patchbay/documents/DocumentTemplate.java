package dev.patchbay.documents;

import dev.patchbay.documents.docx.PreparedDocument;
import dev.patchbay.documents.jinja.run.Environment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Word template written for python-docxtpl, read and checked. Immutable; may be kept and rendered
 * by many threads at once. Nothing is written to disk, and no template reaches anything but the
 * data it is given.
 */
public final class DocumentTemplate implements FileTemplate {
  private final PreparedDocument document;

  private DocumentTemplate(PreparedDocument document) {
    this.document = document;
  }

  /** Reads a DOCX file. */
  public static Preparation prepare(byte[] docx, TemplateLimits limits) {
    return Faults.prepared(
        faults -> new DocumentTemplate(PreparedDocument.of(docx, limits, faults)));
  }

  /** Looks a DOCX file over, and names all that is wrong with it. */
  public static Inspection inspect(byte[] docx, TemplateLimits limits) {
    return Faults.inspected(
        faults -> {
          var document = PreparedDocument.of(docx, limits, faults);
          document.check(Environment.BUILT_IN, faults);
          return faults.inspection(document.paths(), document.fonts());
        });
  }

  @Override
  public Rendition render(Map<String, ? extends @Nullable Object> data, RenderOptions options) {
    return Faults.guarded(
        () -> new Rendition.Made(document.render(data, options)), Rendition.Failed::new);
  }
}
