package dev.patchbay.core.document;

import org.jspecify.annotations.Nullable;

/**
 * A document that was made and put where it belongs.
 *
 * @param id public id of the delivery that it was made for: the same whenever it is made again
 * @param connector through which
 * @param template what it was made of
 * @param key of what it is about
 * @param content what it holds
 * @param store connector and path, null if it was only mailed
 */
public record IssuedDocument(
    String id,
    String connector,
    TemplateVersion template,
    String key,
    Content content,
    @Nullable String store) {

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
