package dev.patchbay.console.viewmodel.datasets;

import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.datasets.RuleLine.Who;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserView;
import dev.patchbay.model.job.ScheduleView;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom rules can be for.
 *
 * @param callers for whom the effect can be told: each role, by a caller without a name, then users
 *     and schedules
 */
public record PolicyChoices(List<Caller> callers) {
  private static final List<Role> ROLES = List.of(Role.VIEWER, Role.SUPPORT, Role.ADMIN);

  public PolicyChoices {
    callers = List.copyOf(callers);
  }

  static PolicyChoices fetch(Session session) throws HubException, InterruptedException {
    var users =
        session.client().users().items().stream()
            .filter(user -> user.role() != Role.SERVICE)
            .map(PolicyChoices::caller);
    var schedules = session.client().jobs().schedules().items().stream().map(PolicyChoices::caller);
    var roles = ROLES.stream().map(role -> new Caller("", role));
    return new PolicyChoices(Stream.of(roles, users, schedules).flatMap(one -> one).toList());
  }

  private static Caller caller(UserView user) {
    return new Caller(user.name(), user.role());
  }

  /** A schedule may read and nothing more. */
  private static Caller caller(ScheduleView schedule) {
    var name = Who.schedule(schedule.draft().name()).user();
    return new Caller(String.valueOf(name), Role.VIEWER);
  }

  /** Whom a rule can be for. */
  public List<Who> who() {
    return Stream.concat(Stream.of(new Who(null, null)), callers.stream().map(Who::of)).toList();
  }
}
