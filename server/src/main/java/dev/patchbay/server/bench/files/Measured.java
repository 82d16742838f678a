package dev.patchbay.server.bench.files;

/** What one job took: seconds by the clock, of CPU in its whole process, and bytes of its file. */
record Measured(double seconds, double cpu, double bytes) {
  static Measured parse(String line) {
    var words = line.strip().split(" ", 4);
    return new Measured(
        Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }
}
