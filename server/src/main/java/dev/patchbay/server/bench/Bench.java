package dev.patchbay.server.bench;

import java.util.List;

/** One thing that is measured. It stops by itself and leaves nothing behind. */
public interface Bench {
  /** What {@code --only} calls it. */
  String name();

  /** What it measures, as a heading. */
  String title();

  List<Figure> run(Scale scale);
}
