package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.Incident;
import dev.patchbay.spi.intake.Incident.Kind;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
  private static final TopicPartition PARTITION = new TopicPartition("orders", 3);
  private static final Uuid TOPIC = new Uuid(1, 1);
  private static final Uuid OTHER = new Uuid(1, 2);
  private static final PartitionLog LOG = new PartitionLog(TOPIC, 10, 20);

  @Test
  void beginsAtTheOldestRecordWhereNobodyReadBefore() {
    assertThat(Placement.first(LOG)).isEqualTo(new Placement(10, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 15, 20})
  void goesOnWhereItWas(long next) {
    assertThat(Placement.after(PARTITION, bookmark(next), LOG))
        .isEqualTo(new Placement(next, Optional.empty()));
  }

  @Test
  void goesOnWhereSomebodyElseSetTheOffset() {
    assertThat(Placement.after(PARTITION, new Bookmark(12, Optional.empty()), LOG))
        .isEqualTo(new Placement(12, Optional.empty()));
  }

  @Test
  void saysHowManyRecordsWereDeletedUnread() {
    assertThat(Placement.after(PARTITION, bookmark(7), LOG))
        .isEqualTo(
            new Placement(
                10,
                Optional.of(
                    new Incident(
                        Kind.TRIMMED_UNREAD,
                        "orders-3",
                        "Topic orders, partition 3: Kafka deleted records before the hub had read"
                            + " them: 3 are missing, offsets 7 to 9. Reading went on at offset 10."
                            + " A longer retention of the topic prevents this."))));
  }

  @Test
  void beginsAnewInATopicThatIsShorterThanWhatWasRead() {
    assertPlaced(Placement.after(PARTITION, bookmark(21), LOG), 10, Kind.STREAM_LOST);
  }

  @Test
  void beginsAnewInATopicOfTheSameNameThatIsLonger() {
    var bookmark = new Bookmark(15, Optional.of(OTHER));

    assertPlaced(Placement.after(PARTITION, bookmark, LOG), 10, Kind.STREAM_LOST);
    assertPlaced(Placement.forgotten(PARTITION, bookmark, LOG), 10, Kind.STREAM_LOST);
  }

  @Test
  void goesOnFromTheHubsOwnBookmarkWhereTheGroupForgot() {
    assertPlaced(Placement.forgotten(PARTITION, bookmark(15), LOG), 15, Kind.GROUP_LOST);
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 21})
  void beginsAnewWhereTheGroupForgotAndTheBookmarkIsOfNoUse(long next) {
    assertPlaced(Placement.forgotten(PARTITION, bookmark(next), LOG), 10, Kind.GROUP_LOST);
  }

  @Test
  void beginsAnewInALogThatLostItsEnd() {
    assertPlaced(Placement.truncated(PARTITION, LOG), 10, Kind.STREAM_LOST);
  }

  private static void assertPlaced(Placement placement, long offset, Kind kind) {
    assertThat(placement.offset()).isEqualTo(offset);
    assertThat(placement.incident().map(Incident::kind)).contains(kind);
    assertThat(placement.incident().map(Incident::stream)).contains("orders-3");
  }

  private static Bookmark bookmark(long next) {
    return new Bookmark(next, Optional.of(TOPIC));
  }
}
