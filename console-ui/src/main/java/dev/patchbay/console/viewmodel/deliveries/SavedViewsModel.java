package dev.patchbay.console.viewmodel.deliveries;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.Undo;
import dev.patchbay.console.viewmodel.session.Profile;
import dev.patchbay.console.viewmodel.session.SavedView;
import dev.patchbay.console.viewmodel.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** Filters of the delivery list under names, kept with the profile. */
public final class SavedViewsModel {
  private final Session session;
  private final Consumer<Notice> notices;

  /** The views of the session's profile. */
  public SavedViewsModel(Session session, Consumer<Notice> notices) {
    this.session = session;
    this.notices = notices;
  }

  /** The views in the person's order. */
  public ObservableValue<List<SavedView>> views() {
    return session.keptProfile().now().map(Profile::views);
  }

  /** Keeps a filter under a name; says why it cannot. */
  public Optional<String> save(String name, DeliveryQuery query) {
    var view = new SavedView(name.strip(), query.written());
    var problem = problem(view.name());
    if (problem.isEmpty()) {
      var views = now();
      views.add(view);
      keep(views, Notice.success(text("notice.viewSaved", view.name())));
    }
    return problem;
  }

  /** Gives a view another name; says why it cannot. */
  public Optional<String> rename(SavedView view, String name) {
    var renamed = new SavedView(name.strip(), view.query());
    var problem = renamed.equals(view) ? Optional.<String>empty() : problem(renamed.name());
    if (problem.isEmpty()) {
      var views = now();
      views.replaceAll(one -> one.equals(view) ? renamed : one);
      keep(views, Notice.success(text("notice.viewSaved", renamed.name())));
    }
    return problem;
  }

  private Optional<String> problem(String name) {
    if (name.isEmpty()) {
      return Optional.of(text("views.noName"));
    }
    return now().stream().anyMatch(view -> view.name().equalsIgnoreCase(name))
        ? Optional.of(text("views.taken", name))
        : Optional.empty();
  }

  /** Deletes a view; for a while this can be undone. */
  public void delete(SavedView view) {
    var views = now();
    int place = views.indexOf(view);
    if (place >= 0) {
      views.remove(place);
      var undo = new Undo(session.tasks(), () -> putBack(place, view));
      keep(views, Notice.undoable(text("notice.viewDeleted", view.name()), undo));
    }
  }

  private void putBack(int place, SavedView view) {
    var views = now();
    views.add(Math.min(place, views.size()), view);
    keep(views, Notice.success(text("notice.viewSaved", view.name())));
  }

  private List<SavedView> now() {
    return new ArrayList<>(session.profile().views());
  }

  private void keep(List<SavedView> views, Notice done) {
    boolean kept = session.keptProfile().change(profile -> profile.withViews(views));
    notices.accept(kept ? done : Notice.failure(text("notice.notKept")));
  }
}
