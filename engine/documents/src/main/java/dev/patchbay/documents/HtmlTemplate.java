package dev.patchbay.documents;

import dev.patchbay.documents.html.PreparedHtml;
import dev.patchbay.documents.html.Reach;
import dev.patchbay.documents.jinja.run.Environment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTML 5 file with the same tags as Word templates have, read and checked. Immutable. What tags
 * put out is escaped; scripts, forms, frames and what lies elsewhere are refused, in the file and
 * in what is made of it.
 */
public final class HtmlTemplate implements FileTemplate {
  private final PreparedHtml html;

  private HtmlTemplate(PreparedHtml html) {
    this.html = html;
  }

  /**
   * Reads an HTML file, in UTF-8.
   *
   * @param reach which files it may name
   */
  public static Preparation prepare(byte[] file, Reach reach, TemplateLimits limits) {
    return Faults.prepared(
        faults -> new HtmlTemplate(PreparedHtml.of(file, reach, limits, faults)));
  }

  /** Looks an HTML file over, and names all that is wrong with it. */
  public static Inspection inspect(byte[] file, Reach reach, TemplateLimits limits) {
    return Faults.inspected(
        faults -> {
          var html = PreparedHtml.of(file, reach, limits, faults);
          html.check(Environment.BUILT_IN, faults);
          return faults.inspection(html.paths(), List.of());
        });
  }

  /** As HTML in UTF-8 with a byte order mark; data brings text only, whatever the options say. */
  @Override
  public Rendition render(Map<String, ? extends @Nullable Object> data, RenderOptions options) {
    return Faults.guarded(
        () -> new Rendition.Made(html.render(data, options)), Rendition.Failed::new);
  }
}
