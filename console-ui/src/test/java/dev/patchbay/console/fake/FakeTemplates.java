package dev.patchbay.console.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.Page;
import dev.patchbay.model.template.TemplateCheck;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.model.template.TemplateDiff;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.model.template.TemplateTrial;
import dev.patchbay.model.template.TemplateVariable;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Document templates. A file that says {@code faulty} is full of faults, one that says {@code
 * unknown} uses what no contract knows; every document has two pages.
 */
public final class FakeTemplates {
  /** What every document and file holds. */
  public static final byte[] FILE = "a document".getBytes(StandardCharsets.UTF_8);

  /** The id of no stored event. */
  public static final String NO_EVENT = "nothing";

  /** What no name may contain. */
  public static final String WRONG = "&";

  private static final int PAGES = 2;
  private static final TemplateVariable TITLE =
      new TemplateVariable("title", "the document, paragraph 2", "{{ title }}");
  private static final TemplateVariable STATUS =
      new TemplateVariable("status", "the document, table 1, row 2, cell 3", "{{ status|title }}");
  private static final TemplateVariable PRICE =
      new TemplateVariable("items[].prize", "the document, table 2, row 2", "{{ i.prize }}");

  /** The templates by name. */
  public final Map<String, TemplateDetail> byName = new LinkedHashMap<>();

  /** The trials so far, with the version and the form. */
  public final List<String> trials = new ArrayList<>();

  private final ObjectMapper json;
  private final Instant now;

  FakeTemplates(ObjectMapper json, Instant now) {
    this.json = json;
    this.now = now;
    keep("Confirmation", "request.created", version(1, "The first draft", TITLE), 1);
    keep(
        "Confirmation",
        "request.created",
        version(2, "With the state, as the mayor wants it", TITLE, STATUS),
        2);
    keep("Receipt", null, version(1, null), 1);
  }

  /** Keeps one more, which is a workbook. */
  public void workbook(String name) {
    var column = new TemplateVariable("Requests[].Title", "the sheet 'Report', cell B3", "Title");
    var version = version(1, null, column);
    var view = new TemplateView(name, TemplateKind.XLSX, null, 1, 1, 1, now, "anna");
    byName.put(name, new TemplateDetail(view, List.of(version), List.of()));
  }

  private TemplateVersionView version(
      int number, @Nullable String note, TemplateVariable... variables) {
    return new TemplateVersionView(
        number,
        "00",
        24_680,
        List.of(variables),
        List.of("Calibri", "Inter"),
        note,
        now.minusSeconds(86_400L * (3 - number)),
        "anna");
  }

  private TemplateDetail keep(
      String name, @Nullable String contract, TemplateVersionView newest, int active) {
    var before = byName.get(name);
    var versions = new ArrayList<>(List.of(newest));
    if (before != null) {
      versions.addAll(before.versions());
    }
    return put(name, contract, versions, active);
  }

  private TemplateDetail put(
      String name, @Nullable String contract, List<TemplateVersionView> versions, int active) {
    var before = byName.get(name);
    var view =
        new TemplateView(
            name,
            TemplateKind.DOCX,
            contract,
            active,
            versions.getFirst().number(),
            before == null ? 1 : before.template().version() + 1,
            now.minusSeconds(7_200),
            "anna");
    var detail = new TemplateDetail(view, versions, List.of());
    byName.put(name, detail);
    return detail;
  }

  /** What a call is answered: a record, a page, or the bytes of a file. */
  Object answer(FakeCall call) throws IOException {
    if (call.length() == 1) {
      return new Page<>(byName.values().stream().map(TemplateDetail::template).toList(), null);
    }
    var name = call.path(1);
    if (call.length() == 3 && call.path(2).equals("versions")) {
      return received(call, name);
    }
    var known = byName.get(name);
    if (known == null) {
      throw new FakeHub.Refusal(404, "Not found", "There is no template '" + name + "'.");
    }
    if (call.length() == 2) {
      return call.method().equals("DELETE") ? deleted(call, known) : known;
    }
    if (call.path(2).equals("diff")) {
      return diff(known, number(call.query("from")), number(call.query("to")));
    }
    int number = Integer.parseInt(call.path(3));
    return switch (call.path(4)) {
      case "activate" -> activated(call, known, number);
      case "trial" -> tried(call, number);
      default -> FILE;
    };
  }

  private static int number(@Nullable String text) {
    return Integer.parseInt(String.valueOf(text));
  }

  /** Routes make documents of one of them. */
  private Object deleted(FakeCall call, TemplateDetail known) {
    call.requireVersion(known.template().version());
    if (known.template().contract() != null) {
      throw new FakeHub.Refusal(409, "In use", "Documents of the route 'Letters' are made of it.");
    }
    byName.remove(known.template().name());
    return new byte[0];
  }

  private TemplateDetail activated(FakeCall call, TemplateDetail known, int number) {
    call.requireVersion(known.template().version());
    return put(known.template().name(), known.template().contract(), known.versions(), number);
  }

  private static TemplateDiff diff(TemplateDetail known, int from, int to) {
    var before = paths(known, from);
    var after = paths(known, to);
    return new TemplateDiff(
        from,
        to,
        after.stream().filter(path -> !before.contains(path)).toList(),
        before.stream().filter(path -> !after.contains(path)).toList(),
        List.of(),
        List.of());
  }

  private static List<String> paths(TemplateDetail known, int number) {
    return known.versions().stream()
        .filter(version -> version.number() == number)
        .flatMap(version -> version.variables().stream())
        .map(TemplateVariable::path)
        .toList();
  }

  private Object received(FakeCall call, String name) throws IOException {
    var file = new String(call.body(), StandardCharsets.UTF_8);
    var contract = "".equals(call.query("contract")) ? null : call.query("contract");
    if (name.contains(WRONG)) {
      throw new FakeHub.Refusal(
          400, "Invalid", List.of(new FieldError("name", "must not contain '" + WRONG + "'")));
    }
    var check = check(file, contract);
    if ("true".equals(call.query("check"))) {
      return check;
    }
    var known = byName.get(name);
    if (known != null) {
      call.requireVersion(known.template().version());
    }
    if (!check.unknown().isEmpty() && call.query("allow") == null) {
      throw new FakeHub.Refusal(
          400, "Invalid", List.of(new FieldError("items[].prize", "is not known")));
    }
    int number = known == null ? 1 : known.template().newest() + 1;
    int active =
        known == null || "true".equals(call.query("activate")) ? number : known.template().active();
    return keep(
        name,
        contract,
        version(number, call.query("note"), check.variables().toArray(TemplateVariable[]::new)),
        active);
  }

  private static TemplateCheck check(String file, @Nullable String contract) {
    boolean strange = file.contains("unknown");
    return new TemplateCheck(
        file.contains("faulty") ? problems() : List.of(),
        strange && contract != null ? List.of(PRICE) : List.of(),
        strange ? List.of(TITLE, STATUS, PRICE) : List.of(TITLE, STATUS),
        List.of("Calibri", "Inter"),
        List.of("Calibri"),
        null);
  }

  private static List<TemplateProblem> problems() {
    return List.of(
        new TemplateProblem(
            "",
            "",
            "it brings macros along (word/vbaProject.bin)",
            "Save it as a document without macros (.docx)."),
        new TemplateProblem(
            "the document, paragraph 14",
            "{% if status == 'closed' %}",
            "it is never closed",
            "Put {% endif %} behind what belongs to it."),
        new TemplateProblem(
            "a header, table 1, row 2, cell 3",
            "{{ i.prize|rond(2) }}",
            "there is no filter “rond”",
            "Perhaps “round” is meant."));
  }

  private byte[] tried(FakeCall call, int number) throws IOException {
    var trial = json.readValue(call.body(), TemplateTrial.class);
    var form = String.valueOf(call.query("as"));
    trials.add(number + " " + form + " " + trial.event());
    if (NO_EVENT.equals(trial.event())) {
      throw new FakeHub.Refusal(
          400, "Invalid", List.of(new FieldError("/event", "is the id of no stored event")));
    }
    if (!form.equals("png")) {
      return FILE;
    }
    call.answerWith("Document-Pages", String.valueOf(PAGES));
    call.answerWith("Document-Converter", "docx4j");
    call.answerWith("Document-Missing-Fonts", "Calibri");
    call.answerWith("Document-Left-Out", "words%20of%20the%20document%3A%20see%20annex");
    return picture(number(call.query("page")));
  }

  /** Lines of no words, fewer on the second page. */
  private static byte[] picture(int page) throws IOException {
    var image = new BufferedImage(600, 848, BufferedImage.TYPE_INT_RGB);
    var paper = image.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, 600, 848);
    paper.setColor(new Color(0x2b3a55));
    paper.fillRect(60, 70, 260, 22);
    paper.setColor(new Color(0xb8c0cc));
    for (int line = 0; line < 28 / page; line++) {
      paper.fillRect(60, 130 + line * 22, line % 6 == 5 ? 280 : 480, 8);
    }
    paper.dispose();
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
