package dev.patchbay.console.view.control;

import dev.patchbay.console.viewmodel.JsonLines;
import java.util.Map;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** JSON, indented and coloured. */
public final class JsonText extends TextFlow {
  public JsonText(Map<String, Object> json) {
    var tokens = JsonLines.of(json);
    for (var token : tokens) {
      var text = new Text(token.text());
      text.getStyleClass().addAll("json", token.kind().style());
      getChildren().add(text);
    }
    setAccessibleText(JsonLines.plain(tokens));
  }
}
