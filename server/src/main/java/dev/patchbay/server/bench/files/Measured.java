package dev.patchbay.server.bench.files;

/**
 * What one job took in a process of its own.
 *
 * @param seconds by the clock
 * @param cpu seconds of the whole process
 * @param bytes of its file
 * @param again seconds by the clock when the process had done it some times already
 */
record Measured(double seconds, double cpu, double bytes, double again) {
  static Measured parse(String line) {
    var words = line.strip().split(" ", 4);
    return new Measured(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]),
        Double.parseDouble(words[2]),
        Double.parseDouble(words[3]));
  }
}
