package dev.patchbay.spreadsheets.write.xlsx;

import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.DatePatterns;
import dev.patchbay.spreadsheets.write.TableLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The formats of a workbook: 0 plain, 1 header, from 2 on those of the columns. */
final class CellFormats {
  static final int HEADER = 1;
  private static final int FIRST = 2;

  /** Numbers below are those of the formats that every program knows. */
  private static final int FIRST_ID = 164;

  private static final String HEAD =
      """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""";

  private static final String FONTS =
      """
      <fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>""";

  private static final String PLAIN_AND_HEADER =
      """
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>""";

  private static final String TAIL =
      """
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""";

  /** A font and a format; columns that look alike share one. */
  private record Look(int font, String code) {}

  private final List<Look> looks = new ArrayList<>();
  private final List<Integer> styles = new ArrayList<>();

  CellFormats(TableLayout layout) {
    for (var column : layout.columns()) {
      var look = new Look(column.type() == ColumnType.LINK ? 2 : 0, code(column, layout.locale()));
      if (!looks.contains(look)) {
        looks.add(look);
      }
      styles.add(FIRST + looks.indexOf(look));
    }
  }

  /** Number of the style of a column. */
  int style(int column) {
    return styles.get(column);
  }

  private static String code(Column column, Locale locale) {
    if (!column.format().isEmpty()) {
      return column.format();
    }
    return switch (column.type()) {
      case TEXT, LINK -> "@";
      case INTEGER -> "0";
      case DECIMAL, BOOLEAN -> "General";
      case MONEY -> "#,##0.00";
      case DATE -> day(locale);
      case DATE_TIME -> day(locale) + " hh:mm:ss";
    };
  }

  /** A slash in a format means whatever the reader's system puts there, so it is quoted. */
  private static String day(Locale locale) {
    return DatePatterns.day(locale).toLowerCase(Locale.ROOT).replace("/", "\\/");
  }

  void write(XmlBytes xml) throws IOException {
    xml.raw(HEAD + "<numFmts count=\"%d\">".formatted(looks.size()));
    for (int i = 0; i < looks.size(); i++) {
      xml.raw("<numFmt numFmtId=\"%d\" formatCode=\"".formatted(FIRST_ID + i));
      xml.text(looks.get(i).code());
      xml.raw("\"/>");
    }
    xml.raw("</numFmts>" + FONTS);
    xml.raw("<cellXfs count=\"%d\">".formatted(FIRST + looks.size()) + PLAIN_AND_HEADER);
    for (int i = 0; i < looks.size(); i++) {
      xml.raw(
          "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
              .formatted(FIRST_ID + i, looks.get(i).font()));
    }
    xml.raw("</cellXfs>" + TAIL);
  }
}
