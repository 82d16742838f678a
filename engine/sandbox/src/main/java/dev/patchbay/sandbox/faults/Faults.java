package dev.patchbay.sandbox.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are on, asked in the order they were posted. Safe for any thread. */
public final class Faults {

  private final List<Fault> faults = new ArrayList<>();

  /** What the first fault that strikes does to a call of a method. */
  public synchronized Optional<Strike> strike(String method) {
    return faults.stream().filter(fault -> fault.strikes(method)).findFirst().map(Fault::strike);
  }

  /** POST, GET and DELETE of /_faults. */
  public synchronized Answer answer(ApiCall call) {
    return switch (call.method()) {
      case "GET" -> Answer.ok(toJson());
      case "DELETE" -> {
        faults.clear();
        yield Answer.ok(toJson());
      }
      case "POST" -> {
        Fault added = new Fault(FaultPlan.read(call.json()));
        faults.add(added);
        yield Answer.ok(added.toJson());
      }
      default -> Answer.empty(405);
    };
  }

  /** {@code {faults: [...]}}, each with how often it fired. */
  public synchronized ObjectNode toJson() {
    ObjectNode json = Json.object();
    var array = json.putArray("faults");
    faults.forEach(fault -> array.add(fault.toJson()));
    return json;
  }
}
