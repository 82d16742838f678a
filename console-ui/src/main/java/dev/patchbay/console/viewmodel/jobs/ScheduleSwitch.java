package dev.patchbay.console.viewmodel.jobs;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.Switch;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.session.SwitchList;
import dev.patchbay.model.job.ScheduleView;

/** How schedules are let rest and let go on. */
record ScheduleSwitch(Session session) implements SwitchList.Kind<ScheduleView> {
  @Override
  public String name(ScheduleView view) {
    return view.draft().name();
  }

  @Override
  public Switch turn(ScheduleView view) {
    return view.draft().enabled() ? Switch.PAUSE : Switch.RESUME;
  }

  @Override
  public boolean canBeTurnedBack(ScheduleView view) {
    return true;
  }

  @Override
  public ScheduleView after(ScheduleView view, Switch wish) {
    return new ScheduleView(
        view.draft().withEnabled(wish == Switch.RESUME),
        view.does(),
        view.words(),
        null,
        view.last(),
        view.version(),
        view.changedAt(),
        view.changedBy());
  }

  @Override
  public ScheduleView send(String name, Switch wish) throws HubException, InterruptedException {
    return session.client().jobs().turn(name, wish);
  }

  @Override
  public String words(String name, Switch wish) {
    return text(wish == Switch.PAUSE ? "notice.scheduleRests" : "notice.scheduleGoes", name);
  }
}
