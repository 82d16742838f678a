package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookmarkTest {
  private static final Bookmark BOOKMARK = new Bookmark(1_208, Optional.of(new Uuid(1, 2)));
  private static final Bookmark NAMELESS = new Bookmark(1_208, Optional.empty());

  @Test
  void comesBackFromTheGroupAndFromTheHubAsItWas() {
    assertThat(Bookmark.ofCommit(BOOKMARK.toCommit())).isEqualTo(BOOKMARK);
    assertThat(Bookmark.ofCheckpoint(BOOKMARK.toCheckpoint())).isEqualTo(BOOKMARK);
    assertThat(Bookmark.ofCommit(NAMELESS.toCommit())).isEqualTo(NAMELESS);
    assertThat(Bookmark.ofCheckpoint(NAMELESS.toCheckpoint())).isEqualTo(NAMELESS);
  }

  @Test
  void keepsTheLastStoredOffsetWithTheHub() {
    assertThat(BOOKMARK.toCheckpoint()).isEqualTo("1207 " + new Uuid(1, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "set by hand", "AAAAAAAAAAEAAAAAAAAAAgAA"})
  void takesAnOffsetThatSomebodyElseCommitted(String metadata) {
    assertThat(Bookmark.ofCommit(new OffsetAndMetadata(1_208, metadata))).isEqualTo(NAMELESS);
  }

  @Test
  void readsFromTheBeginningWhereTheHubsNoteMakesNoSense() {
    assertThat(Bookmark.ofCheckpoint("1718035200000-0").next()).isZero();
  }
}
