package dev.patchbay.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.FieldError;
import dev.patchbay.server.http.ServerJson;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyCheckTest {
  /** One component of each kind. */
  record Sample(
      String text,
      @Nullable String note,
      int count,
      boolean flag,
      @Nullable Instant at,
      @JsonProperty(defaultValue = "LOW") Level level,
      List<Inner> parts,
      Map<String, String> names) {}

  record Inner(long size) {}

  enum Level {
    LOW,
    HIGH
  }

  @Test
  void aBodyThatFitsHasNoFaultsAndGetsItsDefaults() throws JsonProcessingException {
    var body = json("{'text':'a','count':1,'flag':true}");
    assertThat(BodyCheck.faults(body, Sample.class)).isEmpty();
    assertThat(body)
        .isEqualTo(json("{'text':'a','count':1,'flag':true,'level':'LOW','parts':[],'names':{}}"));
  }

  @Test
  void everyFaultIsNamedByItsPlace() throws JsonProcessingException {
    var body =
        json(
            "{'text':7,'note':'a\\u0000','count':1.5,'flag':'yes','at':'noon','level':'MID',"
                + "'parts':[{'size':'x'},null,{'size':1,'a/b~':2}],'names':{'k':null},'more':1}");
    assertThat(BodyCheck.faults(body, Sample.class))
        .extracting(FieldError::field)
        .containsExactly(
            "/text",
            "/note",
            "/count",
            "/flag",
            "/at",
            "/level",
            "/parts/0/size",
            "/parts/1",
            "/parts/2/a~1b~0",
            "/names/k",
            "/more");
  }

  @Test
  void whatIsAbsentIsRequired() throws JsonProcessingException {
    assertThat(BodyCheck.faults(json("{'flag':null}"), Sample.class))
        .containsExactly(
            new FieldError("/text", "is required"),
            new FieldError("/count", "is required"),
            new FieldError("/flag", "is required"));
  }

  @Test
  void anotherShapeIsNoRecord() throws JsonProcessingException {
    assertThat(BodyCheck.faults(json("[]"), Sample.class))
        .containsExactly(new FieldError("", "must be an object"));
    Type map = Sample.class.getRecordComponents()[7].getGenericType();
    assertThat(BodyCheck.faults(json("7"), map))
        .containsExactly(new FieldError("", "must be an object"));
    assertThat(BodyCheck.faults(json("{'count':3000000000}"), Sample.class))
        .contains(new FieldError("/count", "must be a whole number"));
  }

  @Test
  void whatTheDatabaseCannotKeepIsNamed() throws JsonProcessingException {
    var body =
        json(
            "{'text':'\\ud800','note':'\\ud83d\\ude00','count':1,'flag':true,"
                + "'at':'+294277-01-01T00:00:00Z','names':{'a\\u0000':'x'}}");
    assertThat(BodyCheck.faults(body, Sample.class))
        .extracting(FieldError::field)
        .containsExactly("/text", "/at", "/names/a\0");
    for (var at : List.of("9999-12-31T23:59:59.999999999Z", "0001-01-01T00:00:00Z")) {
      var kept = json("{'text':'a','count':1,'flag':true,'at':'%s'}".formatted(at));
      assertThat(BodyCheck.faults(kept, Sample.class)).isEmpty();
    }
  }

  /** One component whose entries stand beside the other. */
  record Open(@Nullable Instant at, @JsonAnyGetter Map<String, List<String>> rest) {}

  @Test
  void fieldsThatARecordTakesByAnyNameHaveToBeOfOneKind() throws JsonProcessingException {
    assertThat(BodyCheck.faults(json("{'a':['x'],'b':null,'at':null}"), Open.class)).isEmpty();
    assertThat(BodyCheck.faults(json("{'a/b':'x','c':[1],'rest':{},'at':'noon'}"), Open.class))
        .extracting(FieldError::field)
        .containsExactly("/at", "/a~1b", "/c/0", "/rest");
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return ServerJson.MAPPER.readTree(text.replace('\'', '"'));
  }
}
