package dev.patchbay.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VirtualTasksTest {
  private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
  private final VirtualTasks tasks = new VirtualTasks(ui::add);
  private final List<Object> got = new CopyOnWriteArrayList<>();

  private void pulse() throws InterruptedException {
    var action = ui.poll(15, TimeUnit.SECONDS);
    assertThat(action).isNotNull();
    action.run();
  }

  @Test
  void worksOffTheUserInterfaceAndAnswersOnIt() throws InterruptedException {
    tasks.run(() -> Thread.currentThread().isVirtual(), got::add, got::add);
    pulse();
    assertThat(got).containsExactly(true);
  }

  @Test
  void aFailureArrivesAsAValue() throws InterruptedException {
    var down = new Failure.Unreachable("hub", "down");
    tasks.run(
        () -> {
          throw new HubException(down);
        },
        got::add,
        got::add);
    pulse();
    assertThat(got).containsExactly(down);
  }

  @Test
  void cancellingInterruptsTheCall() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    var started = new CountDownLatch(1);
    var task =
        tasks.run(
            () -> {
              started.countDown();
              try {
                return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
              } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw stopped;
              }
            },
            got::add,
            got::add);
    assertThat(started.await(15, TimeUnit.SECONDS)).isTrue();
    task.cancel();
    assertThat(interrupted.await(15, TimeUnit.SECONDS)).isTrue();
    assertThat(ui).isEmpty();
  }

  @Test
  void anAnswerOfACancelledTaskIsDroppedEvenIfItWasOnItsWay() throws InterruptedException {
    var task = tasks.run(() -> "late", got::add, got::add);
    Eventually.soon().isTrue("the answer waits", () -> !ui.isEmpty());
    task.cancel();
    pulse();
    assertThat(got).isEmpty();
  }

  @Test
  void aTimerGoesOffUnlessCancelled() throws InterruptedException {
    tasks.after(Duration.ofMillis(1), () -> got.add("first"));
    pulse();
    tasks.after(Duration.ofMillis(1), () -> got.add("second")).cancel();
    pulse();
    assertThat(got).containsExactly("first");
  }
}
