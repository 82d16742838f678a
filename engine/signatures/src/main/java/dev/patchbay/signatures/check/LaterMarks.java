package dev.patchbay.signatures.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;

/**
 * Finds annotations that were put on pages after a signature and may cover what was signed. A PDF
 * signature allows them, and readers draw them over the page.
 */
final class LaterMarks {
  /** Share of the page that a note's sign or a link stays below. */
  private static final double SMALL = 0.01;

  /** Share of the page that a visible signature or a field stays below. */
  private static final double FIELD = 0.25;

  private LaterMarks() {}

  /**
   * Numbers of the pages that have some.
   *
   * @param end how many bytes the file had when it was signed
   */
  static List<Integer> pages(FileStates file, int end) throws IOException {
    try (var signed = file.at(end);
        var now = file.at(file.size())) {
      int pages = Math.min(signed.getNumberOfPages(), now.getNumberOfPages());
      var found = new ArrayList<Integer>();
      for (int page = 0; page < pages; page++) {
        if (isCovered(now.getPage(page), known(signed.getPage(page)))) {
          found.add(page + 1);
        }
      }
      return found;
    }
  }

  private static Set<String> known(PDPage page) throws IOException {
    var known = new HashSet<String>();
    for (var annotation : page.getAnnotations()) {
      known.add(print(annotation));
    }
    return known;
  }

  private static boolean isCovered(PDPage page, Set<String> known) throws IOException {
    for (var annotation : page.getAnnotations()) {
      if (mayCover(annotation, page) && !known.contains(print(annotation))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayCover(PDAnnotation annotation, PDPage page) {
    double share = share(annotation, page);
    return switch (annotation) {
      case PDAnnotationWidget _ -> share > FIELD;
      case PDAnnotationText _, PDAnnotationLink _, PDAnnotationPopup _ -> share > SMALL;
      default -> true;
    };
  }

  private static double share(PDAnnotation annotation, PDPage page) {
    var place = annotation.getRectangle();
    var box = page.getCropBox();
    return place == null
        ? 0
        : Math.abs(place.getWidth() * place.getHeight())
            / (Math.abs(box.getWidth() * box.getHeight()) + 1);
  }

  /** What it looks like and where: one that was changed is another one. */
  private static String print(PDAnnotation annotation) throws IOException {
    var looks = annotation.getCOSObject().getDictionaryObject(COSName.AP);
    return annotation.getSubtype() + annotation.getRectangle() + Looks.of(looks);
  }
}
