package dev.patchbay.console.view.control;

import dev.patchbay.console.viewmodel.TaskRunner;
import dev.patchbay.console.viewmodel.UiTask;
import java.io.ByteArrayInputStream;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** A picture of a page, as wide as there is room for; read off the user interface. */
public final class PageView extends ScrollPane {
  private static final double WIDEST = 860;
  private static final double BESIDE = 56;

  private final TaskRunner tasks;
  private final ImageView picture = new ImageView();
  private UiTask reading = UiTask.none();

  public PageView(TaskRunner tasks) {
    this.tasks = tasks;
    setId("page");
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    picture
        .fitWidthProperty()
        .bind(widthProperty().map(width -> Math.min(WIDEST, width.doubleValue() - BESIDE)));
    var paper = new StackPane(picture);
    paper.getStyleClass().add("paper");
    setContent(paper);
    setFitToWidth(true);
  }

  /** Shows a page, from its top. */
  public void show(byte[] png, String words) {
    reading.cancel();
    picture.setImage(null);
    reading =
        tasks.run(
            () -> new Image(new ByteArrayInputStream(png)),
            image -> {
              picture.setImage(image);
              setVvalue(0);
            },
            _ -> {});
    setAccessibleText(words);
  }
}
