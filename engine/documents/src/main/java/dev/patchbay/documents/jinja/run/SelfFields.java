package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code self}: the blocks of the template, each of which can be put out once more. */
public record SelfFields(Map<String, List<Node>> blocks, Interpreter interpreter, Budget budget)
    implements Fields {
  @Override
  public Optional<Object> field(String name) {
    return Optional.ofNullable(blocks.get(name)).map(body -> block(name, body));
  }

  private Callable block(String name, List<Node> body) {
    return arguments -> rendered(name, body, arguments);
  }

  private Object rendered(String name, List<Node> body, Arguments arguments) {
    arguments.bind("self." + name + "()");
    budget.enterCall();
    var result = interpreter.block(body);
    budget.leaveCall();
    return result;
  }
}
