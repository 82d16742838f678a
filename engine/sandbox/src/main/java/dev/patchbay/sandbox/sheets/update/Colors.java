package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.List;

/** Colours: each is answered under its old name and as a style, without components that are 0. */
final class Colors {

  private static final List<String> NAMES =
      List.of("backgroundColor", "foregroundColor", "tabColor", "color");

  private Colors() {}

  /** A copy in which a colour given under one of its two names stands under both. */
  static ObjectNode paired(ObjectNode object) {
    ObjectNode paired = Json.object();
    object
        .properties()
        .forEach(
            e ->
                paired.set(
                    e.getKey(), e.getValue() instanceof ObjectNode o ? paired(o) : e.getValue()));
    for (String name : NAMES) {
      String style = name + "Style";
      if (object.path(style).path("rgbColor").isObject()) {
        JsonNode rgb = rgb(object.path(style).path("rgbColor"));
        paired.set(name, rgb);
        paired.putObject(style).set("rgbColor", rgb);
      } else if (object.path(name).isObject() && !object.has(style)) {
        JsonNode rgb = rgb(object.path(name));
        paired.set(name, rgb);
        paired.putObject(style).set("rgbColor", rgb);
      }
    }
    return paired;
  }

  private static ObjectNode rgb(JsonNode color) {
    ObjectNode rgb = Json.object();
    for (String part : List.of("red", "green", "blue", "alpha")) {
      double share = color.path(part).asDouble(0);
      if (share != 0) {
        rgb.set(
            part,
            Json.number(
                (float) share == share
                    ? share
                    : Double.parseDouble(Float.toString((float) share))));
      }
    }
    return rgb;
  }
}
