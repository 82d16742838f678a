package dev.patchbay.core.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.core.delivery.queue.SteppedClock;
import dev.patchbay.core.enrich.EnricherRig;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.core.readmodel.DatasetQuery.Sort;
import dev.patchbay.core.readmodel.FieldUse;
import dev.patchbay.core.readmodel.Words;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.service.Fetched;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceDatasetTest {
  private static final Sort BY_ID = new Sort(Dataset.KEY, false);
  private static final DatasetQuery ALL =
      new DatasetQuery(Dataset.USERS, Map.of(), null, null, null, BY_ID);
  private static final String FIRST = "/users?sort=id&limit=200";

  private final EnricherRig rig = new EnricherRig(new SteppedClock());
  private final ServiceDataset users = dataset("users");

  private ServiceDataset dataset(String service) {
    return new ServiceDataset(
        rig::access, rig.calls(), service, ZoneOffset.UTC, new SteppedClock());
  }

  private List<@Nullable Object> ids(int most) {
    var ids = new ArrayList<@Nullable Object>();
    users.each(
        ALL,
        new DatasetModel.Reader() {
          @Override
          public void expect(long count) {
            throw new AssertionError("a service does not say how many there are");
          }

          @Override
          public boolean take(Map<String, Object> row) {
            ids.add(row.get(Dataset.KEY));
            return ids.size() < most;
          }
        });
    return ids;
  }

  @Test
  void allPagesAreReadAndNoMoreThanAreTaken() {
    rig.users.has(FIRST, "{'items': [{'id': 'a'}, {'id': 'b'}], 'next': 'x y'}");
    rig.users.has(FIRST + "&cursor=x%20y", "{'items': [{'id': 'c'}], 'next': null}");

    assertThat(ids(9)).containsExactly("a", "b", "c");
    assertThat(ids(1)).containsExactly("a");
    assertThat(rig.users.calls()).containsExactly(FIRST, FIRST + "&cursor=x%20y", FIRST);
  }

  @Test
  void aListWithoutAnEndIsLeft() {
    rig.users.has(FIRST, "{'items': [{'id': 'a'}], 'next': 'n'}");
    rig.users.has(FIRST + "&cursor=n", "{'items': [{'id': 'a'}], 'next': 'n'}");
    assertThatThrownBy(() -> ids(9))
        .isInstanceOf(DatasetRefusedException.class)
        .hasMessageContaining("'users'")
        .hasMessageContaining("no end");

    rig.users.has(FIRST, "{'items': [], 'next': 'n'}");
    assertThatThrownBy(() -> ids(9)).isInstanceOf(DatasetRefusedException.class);
  }

  @Test
  void whatIsAskedForIsInThePath() {
    var query =
        new DatasetQuery(
            Dataset.REQUESTS,
            Map.of("status", List.of("open", "on hold"), "category", List.of("A&B")),
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-02-01T00:00:00Z"),
            Words.anywhere("lamp"),
            new Sort("updatedAt", true));
    var path =
        "/requests?category=A%26B&status=open&status=on%20hold&from=2026-01-01T00%3A00%3A00Z"
            + "&to=2026-02-01T00%3A00%3A00Z&q=lamp&sort=-updatedAt&limit=50";
    rig.users.has(path, "{'items': []}");

    assertThat(ServiceDataset.unanswered(query)).isEmpty();
    assertThat(users.page(query, null, 50).body().items()).isEmpty();
    assertThat(rig.users.calls()).containsExactly(path);
  }

  @Test
  void wordsThatMayNotBeLookedForEverywhereAreNotAskedFor() {
    var words = new Words("lamp", Set.of(Words.Place.TITLE));
    var query = new DatasetQuery(Dataset.REQUESTS, Map.of(), null, null, words, BY_ID);

    assertThat(ServiceDataset.unanswered(query)).containsExactly(new FieldUse("text", "title"));
  }

  @Test
  void whatTheContractHasNoParameterForIsNamed() {
    var query =
        new DatasetQuery(
            Dataset.USERS,
            Map.of("email", List.of("a@example.org"), "role", List.of("agent")),
            Instant.EPOCH,
            null,
            null,
            new Sort("updatedAt", false));

    assertThat(ServiceDataset.unanswered(query))
        .extracting(FieldUse::parameter, FieldUse::field)
        .containsExactly(
            tuple("filter", "email"), tuple("from", "createdAt"), tuple("sort", "updatedAt"));
    assertThat(ServiceDataset.lists(Dataset.COMMENTS)).isFalse();
  }

  @Test
  void whyThereIsNoAnswerIsTold() {
    rig.users.goesDown();
    assertThatThrownBy(() -> users.page(ALL, null, 5))
        .isInstanceOf(DatasetUnavailableException.class)
        .hasMessageContaining("'users'");
    assertThatThrownBy(() -> dataset("nobody").page(ALL, null, 5))
        .isInstanceOf(DatasetUnavailableException.class)
        .hasMessageContaining("there is no service 'nobody'");

    rig.users.answers(new Fetched.Refused(new Cause("refused", "it does not take that")));
    assertThatThrownBy(() -> users.page(ALL, null, 5)).isInstanceOf(DatasetRefusedException.class);
    assertThatThrownBy(() -> users.page(ALL, "mine", 5))
        .as("the cursor is the caller's")
        .isInstanceOf(IllegalArgumentException.class);
  }
}
