package dev.patchbay.documents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template that was read and checked, and can be filled in by many threads at once. */
public sealed interface FileTemplate permits DocumentTemplate, HtmlTemplate {
  /**
   * Fills the template in.
   *
   * @param data null, texts, truth values, numbers, lists and maps of these, callables, and for
   *     Word values of the package {@code rich}
   */
  Rendition render(Map<String, ? extends @Nullable Object> data, RenderOptions options);
}
