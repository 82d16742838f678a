package dev.patchbay.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.FieldError;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ServerJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

/** Bodies are JSON: read strictly, every fault named; written as records are. */
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return (type.isRecord() || type == Map.class)
        && mediaType.isCompatible(MediaType.APPLICATION_JSON_TYPE);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> httpHeaders,
      InputStream entityStream)
      throws IOException {
    return read(entityStream.readAllBytes(), genericType);
  }

  /** A record that came in another way. */
  public static <T> T read(byte[] json, Class<T> type) {
    return type.cast(read(json, (Type) type));
  }

  /**
   * A record that came as a part of a form.
   *
   * @param part its name, which faults of the whole are told of
   */
  public static <T> T part(String part, byte[] json, Class<T> type) {
    try {
      return read(json, type);
    } catch (ProblemException faulty) {
      throw ProblemException.fields(
          faulty.problem().errors().stream().map(fault -> within(part, fault)).toList());
    }
  }

  private static FieldError within(String part, FieldError fault) {
    return fault.field().isEmpty() ? new FieldError("/" + part, fault.message()) : fault;
  }

  private static Object read(byte[] json, Type type) {
    var body = parse(json);
    var faults = BodyCheck.faults(body, type);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
    try {
      return ServerJson.MAPPER.treeToValue(body, ServerJson.MAPPER.constructType(type));
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a body that was checked does not fit " + type, bug);
    }
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Object body,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> httpHeaders,
      OutputStream entityStream)
      throws IOException {
    entityStream.write(ServerJson.bytes(body));
  }

  private static JsonNode parse(byte[] body) {
    if (body.length == 0) {
      throw ProblemException.field("", "a JSON body is required");
    }
    try {
      return ServerJson.MAPPER.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw ProblemException.field("", fault(malformed));
    } catch (CharConversionException foreign) {
      throw ProblemException.field("", "is not UTF-8; send JSON in UTF-8");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Where, but not what: the parser quotes the body, and that may be a secret. */
  private static String fault(JsonProcessingException malformed) {
    var place = malformed.getLocation();
    return place == null
        ? "is not JSON in which every name is given once"
        : "is not JSON in which every name is given once: line %d, column %d"
            .formatted(place.getLineNr(), place.getColumnNr());
  }
}
