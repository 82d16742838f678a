package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.library.Filter;
import dev.patchbay.documents.jinja.library.Filters;
import dev.patchbay.documents.jinja.library.Globals;
import dev.patchbay.documents.jinja.library.Test;
import dev.patchbay.documents.jinja.library.Tests;
import java.util.HashMap;
import java.util.Map;

/** What templates find besides their data. Immutable. */
public record Environment(
    Map<String, Filter> filters, Map<String, Test> tests, Map<String, Object> globals) {
  /** What Jinja2 has built in. */
  public static final Environment BUILT_IN =
      new Environment(Filters.all(), Tests.all(), Globals.all());

  /** Copies. */
  public Environment {
    filters = Map.copyOf(filters);
    tests = Map.copyOf(tests);
    globals = Map.copyOf(globals);
  }

  /** With filters of the caller, which come before those that are built in. */
  public Environment with(Map<String, Filter> more) {
    var all = new HashMap<>(filters);
    all.putAll(more);
    return new Environment(all, tests, globals);
  }
}
