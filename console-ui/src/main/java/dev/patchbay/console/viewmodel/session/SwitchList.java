package dev.patchbay.console.viewmodel.session;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.Switch;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.Undo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Things that can be paused and resumed: what the hub told of them, and over it what was asked
 * since. A switch is so shown at once; a refusal takes the wish away, and what stands is shown
 * again. For each thing one call is under way at a time, so the hub hears the wishes in order.
 */
public final class SwitchList<V> {
  /** How things of one kind are switched. */
  public interface Kind<V> {
    String name(V thing);

    /** The switch that turns it. */
    Switch turn(V thing);

    /** Whether turning it back leads to where it is now. */
    boolean canBeTurnedBack(V thing);

    /** How it looks once switched. */
    V after(V thing, Switch wish);

    V send(String name, Switch wish) throws HubException, InterruptedException;

    /** What is said of it. */
    String words(String name, Switch wish);
  }

  private final Session session;
  private final Kind<V> kind;
  private final Consumer<Notice> notices;
  private final Map<String, Switch> wishes = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private final Map<String, Undo> undos = new HashMap<>();
  private final ReadOnlyObjectWrapper<List<V>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private List<V> known = List.of();

  public SwitchList(Session session, Kind<V> kind, Consumer<Notice> notices) {
    this.session = session;
    this.kind = kind;
    this.notices = notices;
  }

  /** The things as the person wants them. */
  public ReadOnlyObjectProperty<List<V>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The hub told all of them. */
  public void know(List<V> all) {
    known = List.copyOf(all);
    show();
  }

  /** The hub told of one, which may be new. */
  public void know(V newer) {
    var next = new ArrayList<>(known);
    next.replaceAll(one -> isSame(one, newer) ? newer : one);
    if (next.stream().noneMatch(one -> isSame(one, newer))) {
      next.add(newer);
    }
    know(next);
  }

  private boolean isSame(V one, V other) {
    return kind.name(one).equals(kind.name(other));
  }

  private void show() {
    shown.set(known.stream().map(this::asWished).toList());
  }

  private V asWished(V thing) {
    var wish = wishes.get(kind.name(thing));
    return wish == null ? thing : kind.after(thing, wish);
  }

  /** Pauses what runs, resumes what does not; for a while this can be undone. */
  public void turn(V thing) {
    var name = kind.name(thing);
    var wish = kind.turn(thing);
    keepChange(name);
    notices.accept(
        kind.canBeTurnedBack(thing)
            ? Notice.undoable(kind.words(name, wish), undo(name, back(wish)))
            : Notice.success(kind.words(name, wish)));
    ask(name, wish);
  }

  private static Switch back(Switch wish) {
    return wish == Switch.PAUSE ? Switch.RESUME : Switch.PAUSE;
  }

  private Undo undo(String name, Switch back) {
    var undo = new Undo(session.tasks(), () -> ask(name, back));
    undos.put(name, undo);
    return undo;
  }

  private void keepChange(String name) {
    var earlier = undos.remove(name);
    if (earlier != null) {
      earlier.close();
    }
  }

  private void ask(String name, Switch wish) {
    wishes.put(name, wish);
    show();
    if (underWay.add(name)) {
      send(name, wish);
    }
  }

  private void send(String name, Switch wish) {
    session.run(
        () -> kind.send(name, wish),
        after -> answered(name, wish, after),
        failure -> refused(name, failure));
  }

  private void answered(String name, Switch sent, V after) {
    var wish = wishes.getOrDefault(name, sent);
    if (wish == sent) {
      underWay.remove(name);
      wishes.remove(name);
    } else {
      send(name, wish);
    }
    know(after);
  }

  private void refused(String name, Failure failure) {
    underWay.remove(name);
    wishes.remove(name);
    keepChange(name);
    show();
    notices.accept(Notice.of(failure));
  }
}
