package dev.patchbay.core.imports;

/** What a cell becomes in a field. */
sealed interface FieldValue {
  /** The field is left out. */
  FieldValue NONE = new None();

  /**
   * A value of JSON: text, number, boolean or a list of texts.
   *
   * @param json String, BigDecimal, Boolean or List
   */
  record Good(Object json) implements FieldValue {}

  /** It fits not; the words continue a sentence about the value. */
  record Unfit(String problem) implements FieldValue {}

  record None() implements FieldValue {}
}
