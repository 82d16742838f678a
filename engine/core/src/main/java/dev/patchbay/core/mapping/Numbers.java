package dev.patchbay.core.mapping;

import dev.patchbay.core.mapping.CellResult.Fits;
import dev.patchbay.core.mapping.CellResult.Misfit;
import dev.patchbay.spi.Cell;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Clean numbers and amounts. */
final class Numbers {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,1002}(\\.0{1,1002})?");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?\\d{1,1002}(\\.\\d{1,1002})?([eE][+-]?\\d{1,3})?");
  private static final Pattern LEADING_ZERO = Pattern.compile("[+-]?0\\d.*");
  private static final Pattern AMOUNT_CURRENCY = Pattern.compile("(\\S+)\\s?([A-Z]{3})");
  private static final Pattern CURRENCY_AMOUNT = Pattern.compile("([A-Z]{3})\\s?(\\S+)");

  /** Whole numbers above are not exact in a spreadsheet's double. */
  private static final BigDecimal EXACT = BigDecimal.valueOf((1L << 53) - 1);

  private static final BigDecimal LARGEST = new BigDecimal("1e300");

  private Numbers() {}

  static CellResult integer(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return new Misfit(text, "is no whole number; write digits only, or choose DECIMAL or TEXT");
    }
    if (hasLeadingZero(text)) {
      return new Misfit(text, "has leading zeros that a number would lose; choose TEXT");
    }
    var number = new BigDecimal(text);
    return number.abs().compareTo(EXACT) > 0
        ? new Misfit(text, "has more digits than a number cell keeps; choose TEXT")
        : new Fits(new Cell.Numeric(number.setScale(0)));
  }

  static CellResult decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return new Misfit(text, "is no number; write it as 12.5, or choose TEXT");
    }
    if (hasLeadingZero(text)) {
      return new Misfit(text, "has leading zeros that a number would lose; choose TEXT");
    }
    var number = new BigDecimal(text);
    return number.abs().compareTo(LARGEST) > 0
        ? new Misfit(text, "is too large for a number cell; choose TEXT")
        : new Fits(new Cell.Numeric(number));
  }

  static CellResult money(Value value, String text) {
    if (value instanceof Value.Json(var node) && node.isObject()) {
      return money(JsonText.of(node.path("amount")), JsonText.of(node.path("currency")), text);
    }
    var behind = AMOUNT_CURRENCY.matcher(text);
    if (behind.matches()) {
      return money(behind.group(1), behind.group(2), text);
    }
    var before = CURRENCY_AMOUNT.matcher(text);
    return before.matches()
        ? money(before.group(2), before.group(1), text)
        : new Misfit(text, "is no amount with a currency; write 12.50 EUR, or add currency(EUR)");
  }

  private static CellResult money(String amount, String currency, String found) {
    if (!Currencies.CODES.contains(currency)) {
      return new Misfit(found, "has no currency of ISO 4217; write it as 12.50 EUR");
    }
    return switch (decimal(amount)) {
      case Fits(Cell.Numeric(var number)) -> new Fits(new Cell.Money(number, currency));
      case CellResult _ -> new Misfit(found, "has no clean amount; write it as 12.50 EUR");
    };
  }

  private static boolean hasLeadingZero(String text) {
    return LEADING_ZERO.matcher(text).matches();
  }

  /** Loaded with the first amount. */
  private static final class Currencies {
    static final Set<String> CODES =
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
  }
}
