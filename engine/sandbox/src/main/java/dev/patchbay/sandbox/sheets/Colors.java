package dev.patchbay.sandbox.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.List;

/**
 * Colours: each is answered under its old name and as a style, in steps of 1/255, without
 * components that are 0.
 */
public final class Colors {

  private static final List<String> NAMES =
      List.of(
          "backgroundColor",
          "foregroundColor",
          "tabColor",
          "color",
          "headerColor",
          "firstBandColor",
          "secondBandColor",
          "footerColor");

  private static final float STEPS = 255;

  /** A colour that was read and is sent again stays what it is. */
  private static final double ROUNDING = 0.001;

  private Colors() {}

  /** A copy in which a colour given under one of its two names stands under both. */
  public static ObjectNode paired(ObjectNode object) {
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

  static ObjectNode rgb(JsonNode color) {
    ObjectNode rgb = Json.object();
    for (String part : List.of("red", "green", "blue", "alpha")) {
      int step = (int) (color.path(part).asDouble(0) * STEPS + ROUNDING);
      if (step != 0) {
        rgb.set(part, Json.number(Double.parseDouble(Float.toString(step / STEPS))));
      }
    }
    return rgb;
  }
}
