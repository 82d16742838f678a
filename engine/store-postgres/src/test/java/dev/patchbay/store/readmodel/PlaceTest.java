package dev.patchbay.store.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.model.request.RequestSort;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  private static final Instant TIME = Instant.parse("2026-01-31T08:15:00.123456Z");

  @ParameterizedTest
  @ValueSource(strings = {"r-1", "with blank and ünï", "", "a\nb"})
  void aCursorNamesItsPlace(String id) {
    for (var sort : RequestSort.values()) {
      var place = new Place(sort.parameter(), sort == RequestSort.ID ? null : TIME, id);
      assertThat(Place.ofCursor(sort.parameter(), place.cursor())).isEqualTo(place);
    }
    var unknown = new Place(RequestSort.NEWEST.parameter(), null, id);
    assertThat(Place.ofCursor(RequestSort.NEWEST.parameter(), unknown.cursor())).isEqualTo(unknown);
    assertThat(unknown.timestamp()).isEqualTo("-infinity");
  }

  @Test
  void whatIsNoCursorOfTheListIsRefused() {
    var place = new Place(RequestSort.NEWEST.parameter(), TIME, "r-1").cursor();
    refused(RequestSort.OLDEST, place);
    refused(RequestSort.NEWEST, "%%%");
    refused(RequestSort.NEWEST, "");
    refused(RequestSort.NEWEST, encoded("-requestedAt yesterday r-1"));
    refused(RequestSort.NEWEST, encoded("-requestedAt"));
    refused(RequestSort.ID, encoded("id  a\0b"));
  }

  private static void refused(RequestSort sort, String cursor) {
    assertThatThrownBy(() -> Place.ofCursor(sort.parameter(), cursor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
