package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CellData;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the content of a cell reads as the key of a row. */
final class KeyText {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private KeyText() {}

  /** Text form of what the cell holds, empty if it holds nothing. */
  static String of(CellData cell) {
    var value =
        cell.getEffectiveValue() == null ? cell.getUserEnteredValue() : cell.getEffectiveValue();
    if (value == null) {
      return "";
    }
    if (value.getStringValue() != null) {
      return value.getStringValue();
    }
    if (value.getNumberValue() != null) {
      return plain(BigDecimal.valueOf(value.getNumberValue()));
    }
    return value.getBoolValue() == null
        ? ""
        : value.getBoolValue().toString().toUpperCase(Locale.ROOT);
  }

  /** Whether a cell identifies the row of this key. */
  static boolean matches(CellData cell, String key) {
    var text = of(cell);
    return text.equals(key) || (isNumeric(cell) && asNumber(key).filter(text::equals).isPresent());
  }

  /** Whether a person (or a formula) made a number of it. */
  static boolean isNumeric(CellData cell) {
    return cell.getEffectiveValue() != null && cell.getEffectiveValue().getNumberValue() != null;
  }

  /** The text a numeric cell shows for this key: {@code 007} became {@code 7}. */
  static Optional<String> asNumber(String key) {
    return NUMBER.matcher(key).matches()
        ? Optional.of(plain(new BigDecimal(key)))
        : Optional.empty();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
