package dev.patchbay.store.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.job.JobRuns.Asked;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RecipientView.State;
import dev.patchbay.model.job.RunView;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.job.JdbcJobRuns;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcRecipientsIT {
  private final TestStore store = TestStore.create();
  private final JdbcJobRuns runs = new JdbcJobRuns(store.database(), "node-1");
  private final JdbcRecipients recipients = new JdbcRecipients(store.database());
  private final String run = queued();

  private String queued() {
    return runs.ask(new NewRun("test", "a test", "{}", "ada", null))
            instanceof Asked.Queued(var view)
        ? view.id()
        : "";
  }

  @AfterEach
  void close() {
    store.close();
  }

  private RunView view() {
    return runs.find(run).orElseThrow();
  }

  @Test
  void whoIsNotedStaysAsTheyAreWhenTheRunIsBegunAgain() {
    assertThat(recipients.of(run)).isEmpty();
    assertThat(view().recipients()).isEmpty();

    recipients.begin(run, List.of("z@example.org", "a@example.org"));
    recipients.note(
        run, List.of(new RecipientView("z@example.org", State.UNKNOWN, "the answer was lost")));
    recipients.begin(run, List.of("z@example.org", "a@example.org"));

    assertThat(recipients.of(run))
        .containsExactly(
            new RecipientView("z@example.org", State.UNKNOWN, "the answer was lost"),
            new RecipientView("a@example.org", State.WAITING, null));
    assertThat(view().recipients()).isEqualTo(recipients.of(run));
  }

  @Test
  void whoHasAcceptedStaysSo() {
    recipients.begin(run, List.of("a@example.org"));
    recipients.note(run, List.of(new RecipientView("a@example.org", State.ACCEPTED, null)));
    recipients.note(run, List.of(new RecipientView("a@example.org", State.REFUSED, "no")));

    assertThat(recipients.of(run))
        .containsExactly(new RecipientView("a@example.org", State.ACCEPTED, null));
  }

  @Test
  void aRunThatIsDoneTellsHowManyWereRefused() {
    recipients.begin(run, List.of("a@example.org", "b@example.org"));
    recipients.note(
        run,
        List.of(
            new RecipientView("a@example.org", State.ACCEPTED, null),
            new RecipientView("b@example.org", State.REFUSED, "no such user")));

    assertThat(runs.done(runs.claim(Duration.ofMinutes(5)).orElseThrow(), null)).isTrue();

    assertThat(view().reason()).contains("1 of 2 recipients");
  }

  @Test
  void aNodeThatLostTheRunIsToldOfNobodyWhoIsLeft() {
    recipients.begin(run, List.of("a@example.org", "b@example.org", "c@example.org"));
    recipients.note(
        run,
        List.of(
            new RecipientView("a@example.org", State.ACCEPTED, null),
            new RecipientView("c@example.org", State.UNKNOWN, "the answer was lost")));
    var first = runs.claim(Duration.ofMillis(-1)).orElseThrow(); // whose lease has passed
    assertThat(recipients.open(first))
        .contains(
            List.of(
                new RecipientView("b@example.org", State.WAITING, null),
                new RecipientView("c@example.org", State.UNKNOWN, "the answer was lost")));

    var second = runs.claim(Duration.ofMinutes(5)).orElseThrow();

    assertThat(recipients.open(first)).isEmpty();
    assertThat(recipients.open(second).orElseThrow()).hasSize(2);
  }

  @Test
  void theyGoWithTheirRun() {
    recipients.begin(run, List.of("a@example.org"));
    runs.cancel(run);

    runs.sweep(Duration.ZERO, Duration.ZERO);

    assertThat(recipients.of(run)).isEmpty();
  }
}
