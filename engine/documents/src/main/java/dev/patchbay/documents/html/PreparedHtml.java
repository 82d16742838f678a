package dev.patchbay.documents.html;

import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.TemplateLimits;
import dev.patchbay.documents.jinja.Template;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.run.Budget;
import dev.patchbay.documents.jinja.run.Environment;
import dev.patchbay.documents.jinja.run.OutputSize;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.rich.Binding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An HTML template with all its tags read. Immutable, may be rendered by many threads at once. */
public final class PreparedHtml {
  private static final int LONGEST = 20_000_000;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String MADE = "what the tags make, ";

  /** What no HTML has; among it what stands for tags here. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

  private final Template template;
  private final HtmlRules rules;
  private final Set<String> active;
  private final TemplateLimits limits;

  private PreparedHtml(
      Template template, HtmlRules rules, Set<String> active, TemplateLimits limits) {
    this.template = template;
    this.rules = rules;
    this.active = active;
    this.limits = limits;
  }

  /** Reads a template; throws {@code Fault} where it is no HTML at all. */
  public static PreparedHtml of(
      byte[] file, Reach reach, TemplateLimits limits, Complaints complaints) {
    var html = MarkedHtml.of(text(file), complaints);
    var rules = new HtmlRules(reach);
    var active = HtmlCheck.active(html, rules, complaints);
    return new PreparedHtml(Template.of(html.segments(), complaints), rules, active, limits);
  }

  private static String text(byte[] file) {
    if (file.length > LONGEST) {
      throw new Fault(
          "it has more than " + LONGEST + " characters", "Make several templates of it.");
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      if (FORBIDDEN.matcher(text).find()) {
        throw new Fault("the file has characters that no HTML has", "Save it as plain text.");
      }
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException foreign) {
      throw new Fault("the file is not in UTF-8", "Save it with the encoding UTF-8.");
    }
  }

  /** What of the data it uses, each with the place of its first use. */
  public Map<String, Place> paths() {
    return template.paths();
  }

  /** Complains of unknown filters and tests. */
  public void check(Environment environment, Complaints complaints) {
    template.check(environment, complaints);
  }

  /** The document; throws {@code Fault} or {@code PlacedFault}. */
  public byte[] render(Map<String, ? extends @Nullable Object> data, RenderOptions options) {
    if (!options.replacements().isEmpty()) {
      throw new Fault("files can be replaced in Word templates only", "Leave “replace” out.");
    }
    var environment = Environment.BUILT_IN.with(options.filters());
    check(environment, Complaints.FIRST);
    var bound = new Binding(_ -> PreparedHtml::wordOnly).bound(data);
    var rendered = template.render(bound, environment, new Budget(limits.budget()));
    var html = FORBIDDEN.matcher(rendered).replaceAll("");
    refuseFreshContent(html);
    return new OutputSize(limits.outputBytes())
        .checked((BYTE_ORDER_MARK + html).getBytes(StandardCharsets.UTF_8));
  }

  private static String wordOnly() {
    throw new Fault("data with “$type” is for Word templates", "Hand in a plain text.");
  }

  /** What filters such as {@code |safe} let through is held against the template. */
  private void refuseFreshContent(String html) {
    var made = HtmlCheck.active(MarkedHtml.without(html), rules, PreparedHtml::refuse);
    made.stream()
        .filter(each -> !active.contains(each))
        .findFirst()
        .ifPresent(
            fresh -> {
              throw new Fault(
                  "the data brings a link, picture or style that the template does not have",
                  "Take |safe off what shows data.");
            });
  }

  private static void refuse(PlacedFault inside) {
    var fault = inside.fault();
    throw new PlacedFault(
        new Fault(fault.what(), "Take |safe off what shows data, or mend the template."),
        new Place(MADE + inside.place().where(), ""));
  }
}
