package dev.patchbay.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A typed value. It reaches the far side typed and is never re-parsed there: {@code 007} stays
 * {@code 007}.
 */
public sealed interface Cell {
  /** Text, at most what the target's cell can hold. */
  record Text(String value) implements Cell {}

  /** A number. */
  record Numeric(BigDecimal value) implements Cell {}

  /** True or false. */
  record Bool(boolean value) implements Cell {}

  /** A day. */
  record Date(LocalDate value) implements Cell {}

  /** Day and time as shown, in the zone of the route. */
  record DateTime(LocalDateTime value) implements Cell {}

  /**
   * An amount of money.
   *
   * @param currency ISO 4217 code
   */
  record Money(BigDecimal amount, String currency) implements Cell {}

  /** A link with the text that people see. */
  record Link(String uri, String label) implements Cell {}

  /** Clears the cell. */
  record Empty() implements Cell {}
}
