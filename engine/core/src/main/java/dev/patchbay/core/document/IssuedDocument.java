package dev.patchbay.core.document;

import org.jspecify.annotations.Nullable;

/**
 * A document that was made and put where it belongs.
 *
 * @param id the same whenever the same document is made again, and of no other
 * @param connector through which
 * @param maker what it was made for
 * @param template what it was made of
 * @param key of what it is about
 * @param content what it holds
 * @param store connector and path, null if it was only mailed
 */
public record IssuedDocument(
    String id,
    String connector,
    Maker maker,
    TemplateVersion template,
    String key,
    Content content,
    @Nullable String store) {

  /** What a document was made for. */
  public sealed interface Maker {
    /** A delivery, by its public id. */
    record Delivery(String id) implements Maker {}

    /** A run of a job, by its id. */
    record Run(String id) implements Maker {}
  }

  /** A version of a template. */
  public record TemplateVersion(String name, int number) {}

  /**
   * The file.
   *
   * @param length in bytes
   * @param sha256 hexadecimal
   */
  public record Content(String mediaType, long length, String sha256) {}
}
