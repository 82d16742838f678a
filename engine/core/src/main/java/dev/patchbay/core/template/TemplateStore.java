package dev.patchbay.core.template;

import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Document templates with all their versions. Versions are added and never changed. Every change
 * writes its audit row with it. Thread-safe.
 */
public interface TemplateStore {
  /** All of them, by name. */
  List<TemplateView> all();

  Optional<TemplateView> find(String name);

  /** Versions of a template without their files, the newest first; none if there is no template. */
  List<TemplateVersionView> versions(String name);

  /**
   * What documents are made of: the version of a number, the active one if none is given. Reads
   * nothing that only people are told.
   */
  Optional<TemplateSource> source(String name, OptionalInt number);

  /** The file of a version. */
  Optional<byte[]> file(String name, int number);

  /**
   * Adds the next version, or makes a template with its first one. A file that a version has
   * already is no next version; the contract changes all the same.
   *
   * @param expected version of the template that stands before, 0 for none; {@link Saved.Stale} if
   *     another does
   */
  Saved<TemplateView> add(NewVersion version, long expected, String who);

  /** Has documents made of a version from now on; {@link Saved.Refused} if there is none such. */
  Saved<TemplateView> activate(String name, int number, long expected, String who);

  /** Takes a template away with all its versions; {@link Saved.Refused} while something uses it. */
  Saved<TemplateView> delete(String name, long expected, String who);
}
