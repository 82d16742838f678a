package dev.patchbay.signatures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture of one color. */
public final class TestPicture {
  private TestPicture() {}

  /** As a file of a format that ImageIO writes. */
  public static byte[] of(String format, int width, int height, Color color) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        picture.setRGB(x, y, color.getRGB());
      }
    }
    var file = new ByteArrayOutputStream();
    ImageIO.write(picture, format, file);
    return file.toByteArray();
  }
}
