package dev.patchbay.spreadsheets.write.xlsx;

/** Decimal digits, straight into an array. */
final class Digits {
  private Digits() {}

  /** Writes a whole number above {@link Long#MIN_VALUE}; gives its length. */
  static int write(long value, byte[] to, int at) {
    int sign = 0;
    long rest = value;
    if (value < 0) {
      to[at] = '-';
      sign = 1;
      rest = -value;
    }
    int length = sign + count(rest);
    for (int i = at + length - 1; i >= at + sign; i--) {
      to[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return length;
  }

  private static int count(long value) {
    int count = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      count++;
    }
    return count;
  }

  /** Writes so many places without the zeros at their end; gives how many are left. */
  static int writeFraction(long value, int places, byte[] to, int at) {
    long rest = value;
    int length = places;
    while (length > 1 && rest % 10 == 0) {
      rest /= 10;
      length--;
    }
    for (int i = at + length - 1; i >= at; i--) {
      to[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return length;
  }
}
