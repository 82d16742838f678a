package dev.patchbay.server.wiring;

import dev.patchbay.core.access.UserStore;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.access.UserView;
import dev.patchbay.server.security.ApiKey;
import dev.patchbay.server.security.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The first administrator's key: made when no administrator has one, and told once. A file is
 * written before the key works, so that no crash in between locks everybody out.
 */
final class FirstAdmin {
  private static final String NAME = "admin";
  private static final String BY = "system";

  private final UserStore users;
  private final Optional<Path> out;

  FirstAdmin(UserStore users, Optional<Path> out) {
    this.users = users;
    this.out = out;
  }

  /** The new key if one was needed and no file takes it. */
  Optional<ApiKey> ensure() {
    if (users.all().stream().anyMatch(FirstAdmin::canAdminister)) {
      return Optional.empty();
    }
    var key = ApiKey.random();
    out.ifPresent(file -> write(file, key));
    if (users.find(NAME).isEmpty()) {
      users.create(new UserDraft(NAME, Role.ADMIN, true), BY);
    }
    users.addKey(NAME, new UserStore.NewKey(key.id(), key.hash(), "first key"), BY);
    return out.isPresent() ? Optional.empty() : Optional.of(key);
  }

  private static boolean canAdminister(UserView user) {
    return user.role() == Role.ADMIN && user.enabled() && !user.keys().isEmpty();
  }

  private static void write(Path file, ApiKey key) {
    try {
      PrivateFile.create(file, key.text() + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException("the admin key cannot be written to " + file, failure);
    }
  }
}
