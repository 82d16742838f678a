package dev.patchbay.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.patchbay.model.event.ContractField;
import dev.patchbay.model.event.ContractView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractsTest {
  private static final Contracts CONTRACTS = Contracts.load();

  @Test
  void listsNineTypesWithTheirFields() {
    assertThat(CONTRACTS.views()).hasSize(9).extracting(ContractView::version).containsOnly(1);
    assertThat(CONTRACTS.views().getFirst().fields())
        .contains(
            new ContractField("/data/id", "string", true, "Identifier of the request"),
            new ContractField("/data/requestedAt", "date-time", false, "When it was asked for"),
            new ContractField("/data/reporter/email", "string", false, "E-mail address"),
            new ContractField("/time", "date-time", false, "When it happened"))
        .allSatisfy(field -> assertThat(field.description()).isNotBlank());
  }

  @Test
  void takesUnknownPropertiesAndNulls() {
    assertThat(
            CONTRACTS.validate(
                "request.created",
                json("{'id':'1','title':null,'new':{'x':1},'attributes':{'Zip Code':'02134'}}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/data/id is missing; it must be given",
        "{'id':7}|/data/id is of the wrong type; give string",
        "{'id':''}|/data/id must not be empty",
        "{'id':'1','requestedAt':'yesterday'}|/data/requestedAt is not a valid date-time; write it"
            + " as in RFC 3339, for example 2026-01-31T08:15:00Z",
        "{'id':'1','mediaUrl':'a b'}|/data/mediaUrl is not a valid uri; write it in full, for"
            + " example https://example.org/a.jpg",
        "{'id':'1','reporter':{'email':'x'}}|/data/reporter/email is not a valid email; write it as"
            + " in name@example.org",
        "{'id':'1','title':[]}|/data/title is of the wrong type; give string or null",
        "{'id':'1','lat':91}|/data/lat does not fit its contract: must have a maximum value of 90",
        "[]|/data is of the wrong type; give object"
      })
  void namesTheFieldAtFaultAndWhatToDo(String data, String fault) {
    assertThat(CONTRACTS.validate("request.created", json(data))).containsExactly(fault);
  }

  @Test
  void namesTwentyFaultsAtMost() {
    var tags = "[" + "1,".repeat(999) + "1]";
    assertThat(CONTRACTS.validate("request.created", json("{'id':'1','tags':" + tags + "}")))
        .hasSize(20)
        .startsWith("/data/tags/0 is of the wrong type; give string");
  }

  @Test
  void refusesAnUnknownTypeAndAbsentData() {
    assertThat(CONTRACTS.validate("request.exploded", json("{}")))
        .singleElement()
        .asString()
        .startsWith("/type names no known contract; write one of request.created, ");
    assertThat(CONTRACTS.validate("request.created", MissingNode.getInstance()))
        .containsExactly("/data is missing; give the fields of request.created");
  }

  @ParameterizedTest
  @CsvSource({
    "/data/status, string",
    "/data/version, integer",
    "/data/reporter/name, string",
    "/data/attributes/Zip Code, any",
    "/data/tags/0, string",
    "/data/requestedAt, date-time",
    "/data, object",
    "/sequence, any",
    "/time, date-time",
    "/data/statuss, ",
    "/data/status/x, ",
    "/dat/status, ",
    "/Time, "
  })
  void knowsTheTypeAtAPointer(String pointer, String type) {
    assertThat(CONTRACTS.typeAt("request.created", JsonPointer.compile(pointer)).orElse(null))
        .isEqualTo(type);
  }

  @Test
  void usesTheNewestOfWhatWasRegistered() {
    var contracts = Contracts.load();
    contracts.use(
        List.of(
            registered("request.created", 2, "{'$id':'urn:x','type':'object','required':['a']}"),
            registered("request.created", 3, "{'$id':'urn:x','type':'object','required':['b']}"),
            registered("bin.emptied", 1, "{'type':'object','required':['c']}")));

    assertThat(contracts.version("request.created")).isEqualTo(3);
    assertThat(contracts.validate("request.created", json("{}")))
        .containsExactly("/data/b is missing; it must be given");
    assertThat(contracts.validate("bin.emptied", json("{'c':1}"))).isEmpty();
    assertThat(contracts.types()).hasSize(10);

    contracts.use(List.of());
    assertThat(contracts.version("request.created")).isOne();
    assertThat(contracts.knows("bin.emptied")).isFalse();
  }

  @Test
  void staysWithWhatItHasWhereAStoredSchemaDoesNotCompile() {
    var contracts = Contracts.load();
    contracts.use(List.of(registered("request.created", 2, "{'type':'array'}")));

    assertThat(contracts.version("request.created")).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':|is no JSON: ",
        "[]|must be a JSON Schema of an object",
        "{'type':'string'}|must be a JSON Schema of an object",
        "{'type':'object','properties':{'a':{'$ref':'x.json'}}}|refers to x.json; write what is",
        "{'type':'object','required':'id'}|is no JSON Schema: /required: "
      })
  void saysWhyASchemaIsNone(String schema, String why) {
    assertThatThrownBy(() -> CONTRACTS.with("x.y", schema.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(why);
  }

  private static StoredContract registered(String type, int version, String schema) {
    return new StoredContract(type, version, schema.replace('\'', '"'), Instant.EPOCH, "ada");
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
