package dev.patchbay.server.issuing;

import dev.patchbay.core.stored.Saved;
import dev.patchbay.core.template.NewVersion;
import dev.patchbay.core.template.TemplateSource;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import dev.patchbay.server.template.ContentKind;
import dev.patchbay.spi.store.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** One template with its versions, which counts how often their files are read. */
public final class KeptTemplate implements TemplateStore {
  private final String name;
  private final List<byte[]> files;
  private int active = 1;
  private int reads;

  public KeptTemplate(String name, byte[]... files) {
    this.name = name;
    this.files = List.of(files);
  }

  public void activate(int number) {
    active = number;
  }

  public int reads() {
    return reads;
  }

  @Override
  public List<TemplateView> all() {
    return List.of(
        new TemplateView(
            name,
            ContentKind.of(files.getFirst()),
            null,
            active,
            files.size(),
            1,
            Instant.EPOCH,
            "ada"));
  }

  @Override
  public Optional<TemplateView> find(String called) {
    return all().stream().filter(template -> template.name().equals(called)).findFirst();
  }

  @Override
  public List<TemplateVersionView> versions(String called) {
    return IntStream.rangeClosed(1, files.size()).mapToObj(this::version).toList();
  }

  private TemplateVersionView version(int number) {
    var file = files.get(number - 1);
    return new TemplateVersionView(
        number, Sha256.of(file), file.length, List.of(), List.of(), null, Instant.EPOCH, "ada");
  }

  @Override
  public Optional<TemplateSource> source(String called, OptionalInt number) {
    int wanted = number.orElse(active);
    return called.equals(name) && wanted >= 1 && wanted <= files.size()
        ? Optional.of(source(wanted))
        : Optional.empty();
  }

  private TemplateSource source(int number) {
    var file = files.get(number - 1);
    return new TemplateSource(number, Sha256.of(file), ContentKind.of(file));
  }

  @Override
  public Optional<byte[]> file(String called, int number) {
    reads++;
    return Optional.of(files.get(number - 1));
  }

  @Override
  public Saved<TemplateView> add(NewVersion version, long expected, String who) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Saved<TemplateView> activate(String called, int number, long expected, String who) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Saved<TemplateView> delete(String called, long expected, String who) {
    throw new UnsupportedOperationException();
  }
}
