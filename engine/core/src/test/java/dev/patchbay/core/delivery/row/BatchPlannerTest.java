package dev.patchbay.core.delivery.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.lane.TextMapping;
import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.core.event.EventVersion;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Limits;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.WriteMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchPlannerTest {
  private static final Limits LIMITS = new Limits(10, 1_000);
  private static final Layout UPSERT = TextMapping.of(WriteMode.UPSERT, "a", "b").layout();
  private static final Layout APPEND = TextMapping.of(WriteMode.APPEND, "a", "b").layout();
  private static final Cause BAD = new Cause("mapping-fault", "a: no number");

  @Test
  void takesEachColumnFromTheHighestVersionWhateverTheOrderOfArrival() {
    var plan =
        plan(
            ready(1, "k", 5, Map.of("a", "five")),
            ready(2, "k", 3, Map.of("a", "three", "b", "three")),
            ready(3, "k", 4, Map.of("a", "four")));
    assertThat(plan.sent()).containsExactly(row("k", Map.of("a", "five", "b", "three")));
    assertThat(plan.seqs()).containsExactly(1L, 2L);
    assertThat(plan.covers()).containsExactly(3L);
    assertThat(plan.marks()).containsExactly(Map.entry("k", marks(Map.of("a", 5L, "b", 3L))));
  }

  @Test
  void theLaterArrivalWinsWhereVersionsAreEqual() {
    var plan =
        plan(ready(1, "k", 5, Map.of("a", "first")), ready(2, "k", 5, Map.of("a", "second")));
    assertThat(plan.sent()).containsExactly(row("k", Map.of("a", "second")));
  }

  @Test
  void neverReplacesAColumnThatStandsInAHigherVersion() {
    var standing = marks(Map.of("a", 9L));
    var plan = plan(marked(ready(1, "k", 4, Map.of("a", "old", "b", "new")), standing));
    assertThat(plan.sent()).containsExactly(row("k", Map.of("b", "new")));
    assertThat(plan.seqs()).containsExactly(1L);
    assertThat(plan.marks()).containsExactly(Map.entry("k", marks9a4b()));
  }

  private static String marks9a4b() {
    return new VersionMarks(Map.of("a", version(9, 0), "b", version(4, 1))).text();
  }

  @Test
  void supersedesWithoutSendingWhatStandsInAHigherVersion() {
    var standing = marks(Map.of("a", 9L, "b", 9L));
    var plan = plan(marked(ready(7, "k", 4, Map.of("a", "old")), standing));
    assertThat(plan.superseded()).containsExactly(7L);
    assertThat(plan.rows()).isEmpty();
    assertThat(plan.last()).isEqualTo(7);
  }

  @Test
  void coversWhatIsOverwrittenPartlyByTheTargetAndPartlyByTheBatch() {
    var standing = marks(Map.of("a", 9L));
    var plan =
        plan(
            marked(ready(1, "k", 4, Map.of("a", "old", "b", "old")), standing),
            marked(ready(2, "k", 5, Map.of("b", "new")), standing));
    assertThat(plan.seqs()).containsExactly(2L);
    assertThat(plan.covers()).containsExactly(1L);
    assertThat(plan.superseded()).isEmpty();
  }

  @Test
  void anEmptyRowOfANewKeyIsSent() {
    assertThat(plan(ready(1, "k", 1, Map.of())).sent()).containsExactly(row("k", Map.of()));
  }

  @Test
  void appendTargetsKeepEveryDelivery() {
    var one = new Head.Ready(delivery(1, "k", null), version(2, 1), APPEND, row("k", Map.of()));
    var two = new Head.Ready(delivery(2, "k", null), version(1, 2), APPEND, row("k", Map.of()));
    var plan = BatchPlanner.plan(List.of(one, two), LIMITS, delivery -> false);
    assertThat(plan.sent()).hasSize(2);
    assertThat(plan.seqs()).containsExactly(1L, 2L);
    assertThat(plan.marks()).isEmpty();
  }

  @Test
  void stopsAtTheLimitOfRowsAndSaysHowFarItCame() {
    var heads =
        List.<Head>of(
            ready(1, "k", 1, Map.of()), ready(4, "k", 2, Map.of()), ready(5, "l", 1, Map.of()));
    var plan = BatchPlanner.plan(heads, new Limits(1, 1_000), delivery -> false);
    assertThat(plan.sent()).hasSize(1);
    assertThat(plan.last()).isEqualTo(4);
  }

  @Test
  void stopsAtTheLimitOfBytesButSendsOneRowHoweverLarge() {
    var large = Map.of("a", "x".repeat(900));
    var plan = plan(ready(1, "k", 1, large), ready(2, "l", 1, large));
    assertThat(plan.seqs()).containsExactly(1L);
    var alone = BatchPlanner.plan(List.of(ready(1, "k", 1, large)), new Limits(9, 1), d -> false);
    assertThat(alone.seqs()).containsExactly(1L);
  }

  @Test
  void parksWhatCannotBeMappedAndGoesOn() {
    var plan = plan(new Head.Faulty(delivery(1, "k", null), BAD), ready(2, "k", 1, Map.of()));
    assertThat(plan.parked()).containsExactly(new Verdict.Park(1, BAD));
    assertThat(plan.seqs()).containsExactly(2L);
  }

  @Test
  void aRowThatWaitsIsJudgedAndThoseBehindItAreLeftAsTheyAre() {
    var later = new Head.Waiting(delivery(1, "k", null), BAD, Duration.ofSeconds(3));
    var plan =
        plan(
            later,
            ready(2, "l", 1, Map.of()),
            new Head.Behind(delivery(3, "k", null)),
            ready(4, "m", 1, Map.of()));
    assertThat(plan.waiting()).containsExactly(new Verdict.Wait(1, BAD, Duration.ofSeconds(3)));
    assertThat(plan.seqs()).containsExactly(2L, 4L);
    assertThat(plan.last()).isEqualTo(4);
    assertThat(plan.parked()).isEmpty();
  }

  @Test
  void aRowNeverWaitsForNoTimeWhichWouldLetOthersOvertakeIt() {
    var now = new Head.Waiting(delivery(1, "k", null), BAD, Duration.ZERO);
    assertThat(now.pause()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void aKeyThatWasTakenApartIsNotFolded() {
    var heads = List.<Head>of(ready(1, "k", 1, Map.of()), ready(2, "k", 2, Map.of()));
    var plan = BatchPlanner.plan(heads, LIMITS, delivery -> delivery.seq() == 1);
    assertThat(plan.seqs()).containsExactly(1L);
    assertThat(plan.last()).isEqualTo(1);
  }

  @Test
  void routesOfOneTargetShareABatchWithTheColumnsOfAll() {
    var other = TextMapping.of(WriteMode.UPSERT, "c").layout();
    var delivery = new QueuedDelivery(2, 2, new UUID(0, 2), "l", 0, false, new byte[0], null);
    var plan =
        plan(
            ready(1, "k", 1, Map.of()),
            new Head.Ready(delivery, version(1, 2), other, row("l", Map.of("c", "1"))));
    assertThat(plan.sent()).hasSize(2);
    assertThat(plan.layout().columns()).extracting("id").containsExactly("key", "a", "b", "c");
  }

  private static BatchPlan plan(Head... heads) {
    return BatchPlanner.plan(List.of(heads), LIMITS, delivery -> false);
  }

  private static Head.Ready ready(long seq, String key, long version, Map<String, String> values) {
    return new Head.Ready(
        delivery(seq, key, null), version(version, seq), UPSERT, row(key, values));
  }

  private static Head.Ready marked(Head.Ready ready, String marks) {
    var delivery = delivery(ready.delivery().seq(), ready.delivery().key(), marks);
    return new Head.Ready(delivery, ready.version(), ready.layout(), ready.row());
  }

  private static QueuedDelivery delivery(long seq, String key, @Nullable String marks) {
    return new QueuedDelivery(seq, 1, new UUID(0, seq), key, 0, false, new byte[0], marks);
  }

  private static EventVersion version(long number, long arrival) {
    return new EventVersion(3, BigDecimal.valueOf(number), "", arrival);
  }

  /** Marks of versions that arrived first, in the order of their numbers. */
  private static String marks(Map<String, Long> versions) {
    var columns = new LinkedHashMap<String, EventVersion>();
    versions.forEach((column, number) -> columns.put(column, version(number, arrival(number))));
    return new VersionMarks(columns).text();
  }

  private static long arrival(long version) {
    return version == 5 ? 1 : version == 3 ? 2 : 0;
  }

  private static Row row(String key, Map<String, String> values) {
    var cells = new LinkedHashMap<String, Cell>();
    values.forEach((column, value) -> cells.put(column, new Cell.Text(value)));
    return new Row(key, cells);
  }
}
