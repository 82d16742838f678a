package dev.patchbay.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.intake.UnreadableRecord;
import dev.patchbay.model.intake.UnreadableView;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.store.TestStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcUnreadableStoreIT {
  private final TestStore store = TestStore.create();
  private final JdbcUnreadableStore unreadable = new JdbcUnreadableStore(store.database());

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void keepsARecordOncePerPlaceAndContent() {
    unreadable.keep("redis", List.of(structured("requests@1-0", "junk")));
    unreadable.keep("redis", List.of(structured("requests@1-0", "junk")));
    unreadable.keep("redis", List.of(structured("requests@1-0", "other junk in the same place")));
    unreadable.keep("kafka", List.of(structured("requests-0@1", "junk")));

    assertThat(unreadable.newest("redis", 10))
        .extracting(UnreadableView::text)
        .containsExactly("other junk in the same place", "junk");
    assertThat(unreadable.newest("redis", 10).getLast().reasons())
        .containsExactly("must be one CloudEvents event as a JSON object");
  }

  @Test
  void showsTheAttributesOfBinaryModeBeforeTheData() {
    var data = "{\"id\": 1}\0".getBytes(StandardCharsets.UTF_8);
    var record =
        new RawEvent.Binary("t-0@5\0", Map.of("type", "x", "id", "\0"), data, "application/json");
    unreadable.keep("kafka", List.of(new UnreadableRecord(record, List.of("id holds \0"))));

    var kept = unreadable.newest("kafka", 1).getFirst();
    assertThat(kept.text())
        .isEqualTo("id: \0\ntype: x\ndatacontenttype: application/json\n\n{\"id\": 1}\0");
    assertThat(kept.bytes()).isEqualTo(kept.text().length());
    assertThat(kept.position()).isEqualTo("t-0@5\uFFFD");
  }

  private static UnreadableRecord structured(String position, String body) {
    return new UnreadableRecord(
        new RawEvent.Structured(position, body.getBytes(StandardCharsets.UTF_8)),
        List.of("must be one CloudEvents event as a JSON object"));
  }
}
