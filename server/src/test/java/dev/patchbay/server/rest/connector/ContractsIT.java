package dev.patchbay.server.rest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.event.ContractCheck;
import dev.patchbay.model.event.ContractDetail;
import dev.patchbay.model.event.ContractDraft;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registry of contracts. Types of its own, for the hub is shared. */
@ExtendWith(SharedHub.class)
class ContractsIT {
  @Test
  void aTypeBecomesKnownAndItsNextVersionCounts(Workplace work) {
    var admin = work.hub().admin();
    var type = "bin.emptied." + work.name();
    assertThat(receipt(work, type, Map.of()).status()).isEqualTo(ReceiptStatus.QUARANTINED);

    var first = admin.post("/contracts/" + type, schema(List.of())).as(201, ContractDetail.class);
    assertThat(first.version()).isOne();
    assertThat(receipt(work, type, Map.of()).status()).isEqualTo(ReceiptStatus.ACCEPTED);

    var check = admin.post("/contracts/" + type + "/check", schema(List.of("bin")));
    assertThat(check.as(200, ContractCheck.class))
        .isEqualTo(
            new ContractCheck(List.of(), List.of("/data/bin must be given; it could be left out")));
    assertThat(admin.post("/contracts/" + type, schema(List.of("bin"))).status()).isEqualTo(428);
    assertThat(register(admin, type, "\"7\"", List.of("bin")).status()).isEqualTo(412);
    var second = register(admin, type, "\"1\"", List.of("bin")).as(201, ContractDetail.class);

    assertThat(second.registered())
        .extracting(ContractDetail.Registered::version)
        .containsExactly(1, 2);
    assertThat(second.schema()).containsEntry("required", List.of("bin"));
    assertThat(receipt(work, type, Map.of()).reasons())
        .containsExactly("/data/bin is missing; it must be given");
    assertThat(admin.get("/contracts").page(ContractView.class).items())
        .anyMatch(contract -> contract.type().equals(type) && contract.version() == 2);
  }

  @Test
  void aVersionThatBreaksRoutesIsRefusedUnlessItIsForced(Workplace work) {
    var admin = work.hub().admin();
    var type = "bin.moved." + work.name();
    admin
        .post("/contracts/" + type, schema(List.of("id", "title", "attributes")))
        .as(201, ContractDetail.class);
    work.opened();
    var route = work.routeOf(List.of(type));
    admin.put("/routes/" + work.name(), "\"1\"", route).as(200, Object.class);

    var refused = register(admin, type, "\"1\"", List.of("id"));
    assertThat(refused.problem(409).errors())
        .extracting(FieldError::field)
        .containsExactly(
            "/routes/" + work.name() + "/columns/1/source",
            "/routes/" + work.name() + "/columns/2/source");

    var forced = "/contracts/" + type + "?force=true";
    var answer =
        admin.send(
            admin
                .with("POST", forced, "application/json", schema(List.of("id")))
                .header("If-Match", "\"1\""));
    assertThat(answer.as(201, ContractDetail.class).version()).isEqualTo(2);
  }

  @Test
  void saysWhatIsWrongWithASchema(Workplace work) {
    var admin = work.hub().admin();
    var text = new ContractDraft(Map.of("type", "string"));

    assertThat(admin.post("/contracts/bin.emptied/check", text).faults(400))
        .containsExactly("/schema");
    assertThat(admin.post("/contracts/Bin/check", schema(List.of())).faults(400))
        .containsExactly("type");
    assertThat(admin.get("/contracts/nobody.knows").status()).isEqualTo(404);
  }

  private static EventReceipt receipt(Workplace work, String type, Map<String, Object> data) {
    var event =
        Map.of(
            "specversion",
            "1.0",
            "id",
            "e-" + System.nanoTime(),
            "source",
            work.source(),
            "type",
            type,
            "data",
            data);
    return work.post(List.of(event)).receipts().getFirst();
  }

  private static Reply register(
      ApiCaller admin, String type, String ifMatch, List<String> required) {
    return admin.send(
        admin
            .with("POST", "/contracts/" + type, "application/json", schema(required))
            .header("If-Match", ifMatch));
  }

  /** These properties, each of any kind, and no other that has a name. */
  private static ContractDraft schema(List<String> required) {
    var properties = new TreeMap<String, Object>();
    required.forEach(name -> properties.put(name, Map.of("additionalProperties", Map.of())));
    return new ContractDraft(
        Map.of("type", "object", "required", required, "properties", properties));
  }
}
