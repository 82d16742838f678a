package dev.patchbay.core.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.model.template.TemplateVariable;
import java.util.List;

/**
 * Reads template files and fills them in. Files and data are not trusted: nothing outside of both
 * is reached, and work that is too much is refused. Thread-safe.
 */
public interface TemplateEngine {
  /** What a file is written in, as its content tells. */
  TemplateKind kind(byte[] file);

  /** Looks a file over. */
  Inspection inspect(byte[] file);

  /** Makes a file ready to be filled in often. */
  Preparation prepare(byte[] file);

  /**
   * What a file says of itself.
   *
   * @param problems all that is wrong with it; none means that it can be filled in
   * @param variables what of the data it uses, by path
   * @param fonts that it asks for and does not bring along, sorted
   */
  record Inspection(
      List<TemplateProblem> problems, List<TemplateVariable> variables, List<String> fonts) {
    public Inspection {
      problems = List.copyOf(problems);
      variables = List.copyOf(variables);
      fonts = List.copyOf(fonts);
    }
  }

  /** What has become of a file. */
  sealed interface Preparation {
    /** It can be filled in. */
    record Ready(Form form) implements Preparation {}

    /** It cannot. */
    record Refused(TemplateProblem problem) implements Preparation {}
  }

  /** A template that can be filled in by many threads at once. */
  interface Form {
    /**
     * Fills it in.
     *
     * @param data as {@link TemplateData} makes it of an event
     */
    Filled fill(ObjectNode data);
  }

  /** What has become of a form. */
  sealed interface Filled {
    /** The document. */
    record Made(FilledDocument document) implements Filled {}

    /** There is none. */
    record Failed(TemplateProblem problem) implements Filled {}
  }
}
