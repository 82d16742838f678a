package dev.patchbay.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.core.event.ReadResult;
import dev.patchbay.model.template.TemplateVariable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a template sees of an event, and what of it a contract promises. */
class TemplateDataTest {
  @Test
  void seesTheFieldsOfTheDataAndTheEventBesides() throws JsonProcessingException {
    var event =
        event("'subject':'R-1','time':'2026-11-27T08:00:00Z','data':{'id':'1','tags':['a']}");

    assertThat(TemplateData.of(event, "R/1"))
        .isEqualTo(
            json(
                "{'id':'1','tags':['a'],'event':{'id':'e1','type':'request.created','source':'/s',"
                    + "'subject':'R-1','time':'2026-11-27T08:00:00Z','key':'R/1'}}"));
    assertThat(event.json().at("/data/event").isMissingNode()).isTrue();
  }

  @Test
  void theEventHidesAFieldOfItsName() throws JsonProcessingException {
    var data = TemplateData.of(event("'data':{'event':'mine'}"), "k");

    assertThat(data.at("/event/id").asText()).isEqualTo("e1");
    assertThat(data.at("/event/subject").isNull()).isTrue();
  }

  @Test
  void withoutARouteTheKeyIsTheSubjectOrTheIdOfTheData() throws JsonProcessingException {
    assertThat(key(event("'subject':'s','data':{'id':'1'}"))).isEqualTo("s");
    assertThat(key(event("'data':{'id':7}"))).isEqualTo("7");
    assertThat(key(event("'data':'text'"))).isEmpty();
  }

  @Test
  void namesWhatAContractDoesNotKnow() {
    var unknown = new UnknownVariables(Contracts.load());

    assertThat(
            paths(
                unknown,
                "title",
                "titel",
                "title.en",
                "reporter.email",
                "reporter.mail",
                "attributes.anything.at.all",
                "attributes[]",
                "event.key",
                "event.kee"))
        .containsExactly("titel", "title.en", "reporter.mail", "event.kee");
    assertThat(unknown.of(null, variables("titel"))).isEmpty();
    assertThat(unknown.of("no.such.type", variables("title"))).hasSize(1);
  }

  private static List<String> paths(UnknownVariables unknown, String... paths) {
    return unknown.of("request.created", variables(paths)).stream()
        .map(TemplateVariable::path)
        .toList();
  }

  private static List<TemplateVariable> variables(String... paths) {
    return Stream.of(paths).map(path -> new TemplateVariable(path, "", "")).toList();
  }

  private static String key(Envelope event) {
    return TemplateData.of(event).at("/event/key").asText();
  }

  private static Envelope event(String more) {
    var text =
        "{'specversion':'1.0','id':'e1','source':'/s','type':'request.created'," + more + "}";
    var read =
        new EnvelopeReader(EventLimits.DEFAULT)
            .structured(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    return switch (read) {
      case ReadResult.Events(var events) -> events.getFirst();
      case ReadResult.Unreadable unreadable -> throw new AssertionError(unreadable);
    };
  }

  private static ObjectNode json(String text) throws JsonProcessingException {
    return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
