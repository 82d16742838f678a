package dev.patchbay.documents.jinja.value;

/**
 * What a name or field stands for that is not in the data: empty text, an empty list, false. To use
 * it otherwise is an error.
 *
 * @param name as the template has it
 */
public record Undefined(String name) {
  /** The error of using it. */
  public Fault fault() {
    return new Fault(
        "“" + name + "” is not in the data", "Check the spelling, or give a default for it.");
  }
}
