package dev.patchbay.server.config;

import dev.patchbay.core.stored.NamedStore;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.FieldError;
import java.util.List;
import java.util.function.Function;

/** Changes of what needs a check of its draft and nothing else. */
public record CheckedStore<D, V>(NamedStore<D, V> store, Function<D, List<FieldError>> check)
    implements Desk<D, V> {
  @Override
  public List<FieldError> faults(D draft) {
    return check.apply(draft);
  }

  @Override
  public Saved<V> create(D draft, String who) {
    return store.create(draft, who);
  }

  @Override
  public Saved<V> update(D draft, long expected, String who) {
    return store.update(draft, expected, who);
  }

  @Override
  public Saved<V> delete(String name, long expected, String who) {
    return store.delete(name, expected, who);
  }
}
