package dev.patchbay.documents;

import dev.patchbay.documents.jinja.Complaints;
import dev.patchbay.documents.jinja.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;

/** Faults of one template, in words for an office worker. */
final class Faults implements Complaints {
  /** As many as a person mends at once; a hostile file can have millions. */
  private static final int MOST = 100;

  private final List<TemplateProblem> problems = new ArrayList<>();

  @Override
  public void add(PlacedFault fault) {
    add(problem(fault));
  }

  void add(TemplateProblem problem) {
    if (problems.size() < MOST && !problems.contains(problem)) {
      problems.add(problem);
    }
  }

  List<TemplateProblem> problems() {
    return problems;
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
