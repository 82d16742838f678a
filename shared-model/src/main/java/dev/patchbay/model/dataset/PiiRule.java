package dev.patchbay.model.dataset;

import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.route.PiiPolicy;
import org.jspecify.annotations.Nullable;

/**
 * How some fields are shown to some callers. A rule for a user goes before one for a role, and that
 * before one for everybody; among these, a rule for a field goes before one for a class.
 *
 * @param role callers of this role, null if {@code user} says who or everybody is meant
 * @param user callers of this name, {@code schedule:} and its name for a schedule; null as above
 * @param pii fields of this class; null if {@code field} says which
 * @param field the field of this id; null if {@code pii} says which
 * @param show MASK and HASH are for texts: anything else is left out as by DROP
 */
public record PiiRule(
    @Nullable Role role,
    @Nullable String user,
    @Nullable PiiClass pii,
    @Nullable String field,
    PiiPolicy show) {
  /** Whether it is for this caller. */
  public boolean isFor(Caller caller) {
    return (user == null || user.equals(caller.user())) && (role == null || role == caller.role());
  }

  /** Whether it is about a field of this id that tells this of people. */
  public boolean isAbout(String id, PiiClass told) {
    return field == null ? pii == told : field.equals(id);
  }

  /** What it counts beside others about the same. */
  int weight() {
    int who = user != null ? 4 : role != null ? 2 : 0;
    return who + (field != null ? 1 : 0);
  }
}
