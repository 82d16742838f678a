package dev.patchbay.server.rest;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.plugin.InstanceDraft;
import dev.patchbay.server.config.Desk;
import dev.patchbay.server.config.Instances;
import dev.patchbay.server.http.CallerPrincipal;
import dev.patchbay.server.http.ProblemException;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creating, changing and deleting named configuration as callers ask for it: what cannot be done
 * ends in a problem.
 *
 * @param name of a draft
 * @param word for one of them, for a person
 */
public record NamedCalls<D, V>(Desk<D, V> desk, Function<D, String> name, String word) {
  public static NamedCalls<InstanceDraft, PluginInstance> of(Instances instances, String word) {
    return new NamedCalls<>(instances, InstanceDraft::name, word);
  }

  V create(D draft, SecurityContext security) {
    var named = Names.check(name.apply(draft));
    check(draft);
    return Versions.done(desk.create(draft, who(security)), what(named));
  }

  V update(String named, @Nullable String ifMatch, D draft, SecurityContext security) {
    Names.same(named, name.apply(draft));
    long expected = Versions.expected(ifMatch);
    check(draft);
    return Versions.done(desk.update(draft, expected, who(security)), what(named));
  }

  void delete(String named, @Nullable String ifMatch, SecurityContext security) {
    long expected = Versions.expected(ifMatch);
    Versions.done(desk.delete(named, expected, who(security)), what(named));
  }

  V found(Optional<V> one, String named) {
    return one.orElseThrow(() -> ProblemException.notFound("There is no " + what(named) + "."));
  }

  private void check(D draft) {
    var faults = desk.faults(draft);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
  }

  private static String who(SecurityContext security) {
    return CallerPrincipal.of(security).user();
  }

  String what(String named) {
    return word + " '" + named + "'";
  }
}
