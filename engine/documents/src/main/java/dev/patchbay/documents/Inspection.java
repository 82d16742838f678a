package dev.patchbay.documents;

import java.util.List;

/**
 * What a template file says of itself.
 *
 * @param problems all that is wrong with it; none means that it can be rendered
 * @param variables what of the data it uses, by path
 * @param fonts that it asks for and does not bring along, sorted
 */
public record Inspection(
    List<TemplateProblem> problems, List<Variable> variables, List<String> fonts) {
  /** Copies the lists. */
  public Inspection {
    problems = List.copyOf(problems);
    variables = List.copyOf(variables);
    fonts = List.copyOf(fonts);
  }

  /**
   * A part of the data.
   *
   * @param path names with dots between; {@code []} stands for the elements of a list: {@code
   *     items[].price}
   * @param where it is used first
   * @param tag as typed
   */
  public record Variable(String path, String where, String tag) {}
}
