package dev.patchbay.documents.jinja;

import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.parse.Segment;
import dev.patchbay.documents.jinja.parse.TemplateParser;
import dev.patchbay.documents.jinja.run.Budget;
import dev.patchbay.documents.jinja.run.Environment;
import dev.patchbay.documents.jinja.run.Evaluator;
import dev.patchbay.documents.jinja.run.Interpreter;
import dev.patchbay.documents.jinja.run.Scope;
import dev.patchbay.documents.jinja.run.SelfFields;
import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import java.util.List;
import java.util.Map;

/** A template that was read. Immutable, may be rendered by many threads at once. */
public final class Template {
  /** More than people make; they are kept with the template and shown. */
  public static final int MOST_PATHS = 1000;

  private final List<Node> nodes;
  private final Map<String, List<Node>> blocks;

  private Template(List<Node> nodes, Map<String, List<Node>> blocks) {
    this.nodes = nodes;
    this.blocks = Map.copyOf(blocks);
  }

  /** Reads a template; throws {@link PlacedFault} where a tag is wrong. */
  public static Template of(List<Segment> segments) {
    return of(segments, Complaints.FIRST);
  }

  /** Reads a template and complains of all tags that are wrong. */
  public static Template of(List<Segment> segments, Complaints complaints) {
    var parser = new TemplateParser(segments, complaints);
    return new Template(parser.all(), parser.blocks());
  }

  /**
   * The text it gives; throws {@link PlacedFault} where a tag cannot be carried out.
   *
   * @param data values by name; lists and dicts in it may be changed by the template
   */
  public String render(Map<String, Object> data, Environment environment, Budget budget) {
    var scope = Scope.of(data);
    var evaluator = new Evaluator(environment, budget);
    var out = new StringBuilder();
    var interpreter = new Interpreter(evaluator, budget, scope);
    scope.set("self", new SelfFields(blocks, interpreter, budget));
    interpreter.run(nodes, scope, out);
    return out.toString();
  }

  /**
   * What of the data it uses, each with the place of its first use. Of a template that uses more
   * than {@link #MOST_PATHS} there is one more than that, which tells so.
   */
  public Map<String, Place> paths() {
    return new DataPaths().of(nodes);
  }

  /** Complains of filters and tests that the environment lacks. */
  public void check(Environment environment, Complaints complaints) {
    new NameCheck(environment, complaints).all(nodes);
  }
}
