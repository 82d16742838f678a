package dev.patchbay.server.issuing.maker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.patchbay.core.template.TemplateEngine.Preparation;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Templates that can be filled in at once: those used often or last, as long as their files
 * together are no more than so many bytes. By checksum, since a template that was taken away and
 * made anew has other files of its numbers. Thread-safe.
 */
final class ReadyTemplates {
  /** What is made of a file takes several times its size. */
  private static final long MOST_BYTES = 32 << 20;

  private final Function<byte[], Preparation> prepare;
  private final Cache<String, Ready> kept;

  private record Ready(Preparation preparation, int bytes) {}

  ReadyTemplates(Function<byte[], Preparation> prepare) {
    this(prepare, MOST_BYTES);
  }

  ReadyTemplates(Function<byte[], Preparation> prepare, long mostBytes) {
    this.prepare = prepare;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((String _, Ready ready) -> ready.bytes())
            .executor(Runnable::run)
            .build();
  }

  /**
   * One of them.
   *
   * @param file asked only if it is not ready yet
   * @return empty if there is no file
   */
  Optional<Preparation> get(String sha256, Supplier<Optional<byte[]>> file) {
    return Optional.ofNullable(kept.getIfPresent(sha256))
        .or(() -> file.get().map(content -> keep(sha256, content)))
        .map(Ready::preparation);
  }

  private Ready keep(String sha256, byte[] content) {
    var ready = new Ready(prepare.apply(content), content.length);
    kept.put(sha256, ready);
    return ready;
  }
}
