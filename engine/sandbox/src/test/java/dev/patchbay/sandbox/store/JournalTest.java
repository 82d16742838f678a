package dev.patchbay.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir private Path directory;

  @Test
  void handsOverWhatWasAppendedInItsOrder() {
    append(call("first"), call("second"));

    assertThat(replayed()).containsExactly("first", "second");
  }

  @Test
  void keepsAllThatAnOutcomeDependsOnButNoTokens() throws IOException {
    var applied =
        new AppliedCall(
            Instant.parse("2026-03-01T12:00:00.123456789Z"),
            -7,
            new Caller("a@b.example", Set.of("s1", "s2")),
            new ApiCall(
                "PUT",
                "/v4/spreadsheets/x/values/A1",
                new Query(Map.of("fields", List.of("a", "b"), "access_token", List.of("secret"))),
                Map.of("content-type", "text/csv", "authorization", "Bearer secret"),
                Body.of("grüße \u0000 🌵")));

    append(applied);

    var read = read().getFirst();
    assertThat(read.time()).isEqualTo(applied.time());
    assertThat(read.seed()).isEqualTo(-7);
    assertThat(read.caller()).isEqualTo(applied.caller());
    assertThat(read.call().query()).isEqualTo(new Query(Map.of("fields", List.of("a", "b"))));
    assertThat(read.call().headers()).isEqualTo(Map.of("content-type", "text/csv"));
    assertThat(read.call().body().text()).isEqualTo("grüße \u0000 🌵");
    assertThat(new String(Files.readAllBytes(file()), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("secret");
  }

  @Test
  void keepsWholeRecordsWhereverTheLastOneIsTorn() throws IOException {
    append(call("first"));
    var sound = (int) Files.size(file());
    append(call("second"));
    var whole = Files.readAllBytes(file());

    var survivors =
        IntStream.range(sound, whole.length)
            .mapToObj(
                length -> {
                  write(Arrays.copyOf(whole, length));
                  return replayed();
                })
            .distinct();

    assertThat(survivors).containsExactly(List.of("first"));
    assertThat(Files.size(file())).isEqualTo(sound);
  }

  @Test
  void stopsAtTheFirstRecordThatIsDamaged() throws IOException {
    append(call("first"));
    var sound = (int) Files.size(file());
    append(call("second"), call("third"));
    var bytes = Files.readAllBytes(file());
    bytes[sound + 20] ^= 1;
    write(bytes);

    assertThat(replayed()).containsExactly("first");
  }

  @Test
  void goesOnAfterATornTail() throws IOException {
    append(call("first"), call("second"));
    write(Arrays.copyOf(Files.readAllBytes(file()), (int) Files.size(file()) - 1));

    append(call("third"));

    assertThat(replayed()).containsExactly("first", "third");
  }

  @Test
  void belongsToOneAtATime() {
    try (var journal = Journal.open(file(), _ -> {})) {
      assertThat(journal).isNotNull();
      assertThatThrownBy(() -> Journal.open(file(), _ -> {}))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("is in use by another sandbox");
    }
  }

  private Path file() {
    return directory.resolve("deep/journal");
  }

  private void write(byte[] bytes) {
    try {
      Files.write(file(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(AppliedCall... calls) {
    try (var journal = Journal.open(file(), _ -> {})) {
      for (var call : calls) {
        journal.force(journal.append(call));
      }
    }
  }

  private List<AppliedCall> read() {
    var read = new ArrayList<AppliedCall>();
    Journal.open(file(), read::add).close();
    return read;
  }

  private List<String> replayed() {
    return read().stream().map(applied -> applied.call().body().text()).toList();
  }

  private static AppliedCall call(String body) {
    var caller = new Caller("a@b.example", Set.of());
    var call = new ApiCall("POST", "/x", new Query(Map.of()), Map.of(), Body.of(body));
    return new AppliedCall(Instant.EPOCH, 1, caller, call);
  }
}
