package dev.patchbay.server.rest;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.plugin.InstanceDraft;
import dev.patchbay.server.config.Instances;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * Creating, changing and deleting instances as callers ask for it: what cannot be done ends in a
 * problem.
 *
 * @param word for one of them, for a person
 */
record InstanceCalls(Instances instances, String word) {
  PluginInstance create(InstanceDraft draft, SecurityContext security) {
    Names.check(draft.name());
    check(draft);
    var saved = instances.create(draft, CallerPrincipal.of(security).user());
    return Versions.done(saved, what(draft.name()));
  }

  PluginInstance update(
      String name, @Nullable String ifMatch, InstanceDraft draft, SecurityContext security) {
    Names.same(name, draft.name());
    long expected = Versions.expected(ifMatch);
    check(draft);
    var saved = instances.update(draft, expected, CallerPrincipal.of(security).user());
    return Versions.done(saved, what(name));
  }

  void delete(String name, @Nullable String ifMatch, SecurityContext security) {
    var who = CallerPrincipal.of(security).user();
    Versions.done(instances.delete(name, Versions.expected(ifMatch), who), what(name));
  }

  private void check(InstanceDraft draft) {
    var faults = instances.faults(draft);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
  }

  private String what(String name) {
    return word + " '" + name + "'";
  }
}
