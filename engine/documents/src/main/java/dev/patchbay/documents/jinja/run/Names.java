package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.Collection;
import java.util.Comparator;

/** What is said about names that nothing is known by. */
public final class Names {
  private Names() {}

  public static Fault unknownFilter(String name, Environment environment) {
    return new Fault(
        "there is no filter “" + name + "”", nearest(name, environment.filters().keySet()));
  }

  public static Fault unknownTest(String name, Environment environment) {
    return new Fault(
        "there is no test “" + name + "”", nearest(name, environment.tests().keySet()));
  }

  private static String nearest(String name, Collection<String> known) {
    return known.stream()
        .filter(each -> distance(name, each) <= 2)
        .min(
            Comparator.comparingInt((String each) -> distance(name, each))
                .thenComparing(each -> each))
        .map(each -> "Perhaps “" + each + "” is meant.")
        .orElse("Check the spelling, or take it out.");
  }

  /** Letters that must be changed, added or taken away. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
