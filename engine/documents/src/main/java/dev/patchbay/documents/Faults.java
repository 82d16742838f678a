package dev.patchbay.documents;

import dev.patchbay.documents.jinja.Complaints;
import dev.patchbay.documents.jinja.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Faults of one template, in words for an office worker. */
final class Faults implements Complaints {
  /** As many as a person mends at once; a hostile file can have millions. */
  private static final int MOST = 100;

  private static final int WHOLE_FILE = 0;

  private final List<Found> found = new ArrayList<>();

  /** A problem, and where it stands among the others. */
  private record Found(int part, int offset, TemplateProblem problem) {}

  @Override
  public void add(PlacedFault fault) {
    ofPart(WHOLE_FILE).add(fault);
  }

  @Override
  public Complaints ofPart(int number) {
    return fault -> add(new Found(number, fault.place().offset(), problem(fault)));
  }

  void add(TemplateProblem problem) {
    add(new Found(WHOLE_FILE, 0, problem));
  }

  private void add(Found one) {
    if (found.size() < MOST && found.stream().noneMatch(it -> it.problem().equals(one.problem()))) {
      found.add(one);
    }
  }

  /** First those of the file as a whole, then as a person meets them who reads the document. */
  List<TemplateProblem> problems() {
    return found.stream()
        .sorted(Comparator.comparingInt(Found::part).thenComparingInt(Found::offset))
        .map(Found::problem)
        .toList();
  }

  static TemplateProblem problem(PlacedFault placed) {
    var fault = placed.fault();
    var place = placed.place();
    return new TemplateProblem(place.where(), place.typed(), fault.what(), fault.advice());
  }

  static TemplateProblem problem(Fault fault) {
    return new TemplateProblem("", "", fault.what(), fault.advice());
  }

  /** A hostile template can nest values in ways that no count of tags sees; nothing is shared. */
  static TemplateProblem tooDeep() {
    return new TemplateProblem(
        "", "", "the template nests values or tags too deep", "Make it simpler.");
  }
}
