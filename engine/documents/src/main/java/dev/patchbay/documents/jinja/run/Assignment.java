package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Namespace;
import dev.patchbay.documents.jinja.value.Values;
import java.util.List;

/** Puts values under names. */
final class Assignment {
  private Assignment() {}

  static void set(Node.Target target, Object value, Scope scope) {
    switch (target) {
      case Node.Target.ToName(var name) -> scope.set(name, value);
      case Node.Target.ToField(var namespace, var name) -> {
        if (!(scope.get(namespace) instanceof Namespace fields)) {
          throw new Fault(
              "“" + namespace + "” is no namespace, its fields cannot be set",
              "Make it one: {% set " + namespace + " = namespace(" + name + "=0) %}.");
        }
        fields.set(name, value);
      }
      case Node.Target.ToSeveral(var targets) -> unpack(targets, Values.items(value), scope);
    }
  }

  private static void unpack(List<Node.Target> targets, List<Object> values, Scope scope) {
    if (targets.size() != values.size()) {
      throw new Fault(
          values.size() + " values cannot be put under " + targets.size() + " names",
          "Name as many as there are.");
    }
    for (int i = 0; i < values.size(); i++) {
      set(targets.get(i), values.get(i), scope);
    }
  }
}
