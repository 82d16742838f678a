package dev.patchbay.server.security;

import dev.patchbay.model.access.Role;
import java.util.Arrays;

/** Which role includes which. */
public final class Rights {
  private Rights() {}

  /** Whether a caller of this role may do what any of these roles may. */
  public static boolean allows(Role held, Role... asked) {
    return Arrays.stream(asked).anyMatch(role -> includes(held, role));
  }

  private static boolean includes(Role held, Role asked) {
    return switch (held) {
      case ADMIN -> true;
      case SUPPORT -> asked == Role.SUPPORT || asked == Role.VIEWER;
      case VIEWER -> asked == Role.VIEWER;
      case SERVICE -> asked == Role.SERVICE;
    };
  }
}
