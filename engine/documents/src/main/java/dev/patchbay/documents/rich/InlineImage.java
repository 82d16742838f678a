package dev.patchbay.documents.rich;

import dev.patchbay.documents.jinja.value.Markup;
import java.util.OptionalLong;

/**
 * A picture in the line of text.
 *
 * @param name of the file, for a person
 * @param picture what is shown
 * @param width in English metric units (914,400 per inch); empty: in proportion, or its own size
 * @param height likewise
 */
public record InlineImage(String name, Picture picture, OptionalLong width, OptionalLong height)
    implements RichValue {
  private static final double PER_INCH = 914_400;

  @SuppressWarnings("InlineFormatString") // too long to stand in a method
  private static final String DRAWING =
      """
      </w:t></w:r><w:r><w:drawing><wp:inline \
      xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
      xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <wp:extent cx="%1$d" cy="%2$d"/><wp:docPr id="1" name="%3$s"/>\
      <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>\
      <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">\
      <pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="%3$s"/><pic:cNvPicPr/></pic:nvPicPr>\
      <pic:blipFill><a:blip r:embed="%4$s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
      <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%1$d" cy="%2$d"/></a:xfrm>\
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>\
      </a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">""";

  @Override
  public String markup(Surroundings part) {
    return DRAWING.formatted(
        width.orElseGet(this::ownWidth),
        height.orElseGet(this::ownHeight),
        Markup.escape(name),
        part.picture(picture));
  }

  private long ownWidth() {
    double natural = picture.size().width() * PER_INCH / picture.size().dpiX();
    return height.isEmpty()
        ? (long) natural
        : Math.round(natural * height.getAsLong() / naturalHeight());
  }

  private long ownHeight() {
    double natural = naturalHeight();
    double own = picture.size().width() * PER_INCH / picture.size().dpiX();
    return width.isEmpty() ? (long) natural : Math.round(natural * width.getAsLong() / own);
  }

  private double naturalHeight() {
    return picture.size().height() * PER_INCH / picture.size().dpiY();
  }
}
