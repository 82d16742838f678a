package dev.patchbay.documents;

import dev.patchbay.documents.jinja.Template;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

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

  private void add(TemplateProblem problem) {
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

  /** What was found in a template that uses this of the data. */
  Inspection inspection(Map<String, Place> paths, List<String> fonts) {
    if (paths.size() > Template.MOST_PATHS) {
      add(
          new TemplateProblem(
              "",
              "",
              "the template takes more than "
                  + Template.MOST_PATHS
                  + " different fields from the data",
              "Make several templates of it."));
      return new Inspection(problems(), List.of(), fonts);
    }
    var variables = new ArrayList<Inspection.Variable>();
    paths.forEach(
        (path, place) ->
            variables.add(new Inspection.Variable(path, place.where(), place.typed())));
    return new Inspection(problems(), variables, fonts);
  }

  /** Reads a template, which is ready if nothing is wrong with it. */
  static Preparation prepared(Function<Faults, FileTemplate> reading) {
    return told(
        faults -> {
          var template = reading.apply(faults);
          return faults.found.isEmpty()
              ? new Preparation.Ready(template)
              : new Preparation.Refused(faults.problems());
        },
        Preparation.Refused::new);
  }

  /** Looks a template over; of one that cannot be read, only the problems are known. */
  static Inspection inspected(Function<Faults, Inspection> reading) {
    return told(reading, problems -> new Inspection(problems, List.of(), List.of()));
  }

  /** What ends the reading comes to the other faults. */
  private static <T> T told(
      Function<Faults, T> reading, Function<List<TemplateProblem>, T> refused) {
    var faults = new Faults();
    return guarded(
        () -> reading.apply(faults),
        problem -> {
          faults.add(problem);
          return refused.apply(faults.problems());
        });
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
