package dev.patchbay.model.access;

import java.util.List;

/**
 * A user of the hub. Keys are listed by id and note; their secret is shown once, at creation.
 *
 * @param version configuration version for {@code If-Match}
 */
public record UserView(
    String name, Role role, boolean enabled, List<ApiKeyView> keys, long version) {
  public UserView {
    keys = List.copyOf(keys);
  }
}
