package dev.patchbay.services.standin.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Call;
import dev.patchbay.services.standin.http.Json;
import dev.patchbay.services.standin.http.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The faults that are on, asked in the order they were posted. Thread-safe. */
public final class Faults {
  private final List<Fault> faults = new ArrayList<>();

  /** What a fault does to one call. */
  public record Strike(FaultKind kind, Duration delay) {}

  private static final class Fault {
    private final FaultPlan plan;
    private final SplittableRandom chance;
    private long fired;

    Fault(FaultPlan plan) {
      this.plan = plan;
      this.chance = new SplittableRandom(plan.seed());
    }

    boolean strikes(String called) {
      boolean spent = plan.count().isPresent() && fired >= plan.count().getAsLong();
      if (!plan.means(called) || spent || chance.nextDouble() >= plan.rate()) {
        return false;
      }
      fired++;
      return true;
    }

    ObjectNode toJson() {
      return plan.toJson().put("fired", fired);
    }
  }

  /** What the first fault that strikes does to a call of an operation. */
  public synchronized Optional<Strike> strike(String operation) {
    return faults.stream()
        .filter(fault -> fault.strikes(operation))
        .findFirst()
        .map(fault -> new Strike(fault.plan.kind(), fault.plan.delay()));
  }

  /** POST, GET and DELETE of /_faults. */
  public synchronized Answer answer(Call call) {
    return switch (call.method()) {
      case "GET" -> Answer.ok(toJson());
      case "DELETE" -> {
        faults.clear();
        yield Answer.ok(toJson());
      }
      case "POST" -> {
        var added = new Fault(FaultPlan.read(call.object()));
        faults.add(added);
        yield Answer.ok(added.toJson());
      }
      default ->
          throw Refusal.of(405, "method", "There is no such method", "Use GET, POST or DELETE.");
    };
  }

  private ObjectNode toJson() {
    var json = Json.object();
    var array = json.putArray("faults");
    faults.forEach(fault -> array.add(fault.toJson()));
    return json;
  }
}
