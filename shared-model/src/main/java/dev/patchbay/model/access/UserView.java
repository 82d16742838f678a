package dev.patchbay.model.access;

import java.util.List;

/** A user of the hub. Keys are listed by id and note; their secret is shown once, at creation. */
public record UserView(String name, Role role, boolean enabled, List<ApiKeyView> keys) {
  public UserView {
    keys = List.copyOf(keys);
  }
}
