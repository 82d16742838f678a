package dev.patchbay.documents;

import dev.patchbay.documents.jinja.Complaints;
import dev.patchbay.documents.jinja.Place;
import dev.patchbay.documents.jinja.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Faults of one template, in words for an office worker. */
final class Faults implements Complaints {
  /** As many as a person mends at once; a hostile file can have millions. */
  private static final int MOST = 100;

  /** More than people make; they are kept with the template and shown. */
  private static final int MOST_VARIABLES = 1000;

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

  /** What was found in a template that uses this of the data. */
  Inspection inspection(Map<String, Place> paths, List<String> fonts) {
    if (paths.size() > MOST_VARIABLES) {
      add(
          new TemplateProblem(
              "",
              "",
              "the template takes more than " + MOST_VARIABLES + " different fields from the data",
              "Make several templates of it."));
      return new Inspection(problems, List.of(), fonts);
    }
    var variables = new ArrayList<Inspection.Variable>();
    paths.forEach(
        (path, place) ->
            variables.add(new Inspection.Variable(path, place.where(), place.typed())));
    return new Inspection(problems, variables, fonts);
  }

  /** Does what may end in a fault; then it is what is made of that. */
  static <T> T guarded(Supplier<T> work, Function<TemplateProblem, T> refused) {
    try {
      return work.get();
    } catch (Fault fault) {
      return refused.apply(problem(fault));
    } catch (PlacedFault placed) {
      return refused.apply(problem(placed));
    } catch (StackOverflowError deep) {
      return refused.apply(tooDeep());
    }
  }

  private static TemplateProblem problem(PlacedFault placed) {
    var fault = placed.fault();
    var place = placed.place();
    return new TemplateProblem(place.where(), place.typed(), fault.what(), fault.advice());
  }

  private static TemplateProblem problem(Fault fault) {
    return new TemplateProblem("", "", fault.what(), fault.advice());
  }

  /** A hostile template can nest values in ways that no count of tags sees; nothing is shared. */
  private static TemplateProblem tooDeep() {
    return new TemplateProblem(
        "", "", "the template nests values or tags too deep", "Make it simpler.");
  }
}
