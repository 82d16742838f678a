package dev.patchbay.spi.store;

import dev.patchbay.spi.CheckReport.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a store's check and how it is done.
 *
 * @param name of the step
 */
public record Trial(String name, Doing doing) {
  /** Does something and says in words what is good about it. */
  @FunctionalInterface
  public interface Doing {
    /** Does it. */
    String words() throws StoreFailure;
  }

  /** Does these one after the other and ends with the first that fails. */
  public static List<Step> upToTheFirstFailure(List<Trial> trials) {
    var steps = new ArrayList<Step>();
    for (var trial : trials) {
      var step = trial.step();
      steps.add(step);
      if (!step.ok()) {
        break;
      }
    }
    return steps;
  }

  private Step step() {
    try {
      return new Step(name, true, doing.words());
    } catch (StoreFailure failure) {
      return new Step(name, false, String.valueOf(failure.getMessage()));
    }
  }
}
