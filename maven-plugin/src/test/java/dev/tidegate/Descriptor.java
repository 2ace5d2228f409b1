package dev.tidegate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The goals as the build has just described them: what Maven gets in {@code plugin.xml}, with the
 * descriptions still in HTML.
 */
record Descriptor(List<Goal> goals) {

  /**
   * One goal that is documented; {@code help} is generated and documents itself.
   *
   * @param parameters sorted by name, without those that nobody can set
   */
  record Goal(String name, List<Parameter> parameters) {}

  /**
   * One parameter of a goal.
   *
   * @param property what {@code -D} takes
   * @param standard its default as the pom would write it, empty for none
   * @param text its description in Markdown
   */
  record Parameter(String name, String property, String standard, String text) {

    String firstSentence() {
      return text.split("(?<=\\.)\\s", 2)[0];
    }
  }

  static Descriptor ofThisBuild() {
    var file = Path.of("target", "plugin-enhanced.xml");
    try {
      var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      var goals =
          elements(document.getDocumentElement(), "mojo")
              .map(Descriptor::goal)
              .filter(goal -> !goal.name().equals("help"))
              .toList();
      return new Descriptor(goals);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  Goal goal(String name) {
    return goals.stream().filter(goal -> goal.name().equals(name)).findFirst().orElseThrow();
  }

  /** The parameters that every goal has. */
  List<Parameter> shared() {
    return goals.get(0).parameters().stream()
        .filter(parameter -> goals.stream().allMatch(goal -> goal.parameters().contains(parameter)))
        .toList();
  }

  /** The parameters that this goal does not share with all others. */
  List<Parameter> own(String goal) {
    var shared = shared();
    return goal(goal).parameters().stream()
        .filter(parameter -> !shared.contains(parameter))
        .toList();
  }

  private static Goal goal(Element mojo) {
    var configuration = elements(mojo, "configuration").findFirst().orElseThrow();
    var parameters =
        elements(mojo, "parameter")
            .filter(parameter -> text(parameter, "editable").equals("true"))
            .map(parameter -> parameter(parameter, configuration))
            .toList();
    return new Goal(text(mojo, "goal"), parameters);
  }

  private static Parameter parameter(Element parameter, Element configuration) {
    var name = text(parameter, "name");
    var configured = elements(configuration, name).findFirst();
    return new Parameter(
        name,
        configured.map(Element::getTextContent).orElse("").replaceAll("[${}]", ""),
        configured.map(element -> element.getAttribute("default-value")).orElse(""),
        markdown(text(parameter, "description")));
  }

  private static String markdown(String html) {
    return html.replaceAll("</?code>", "`")
        .replaceAll("</?p>", "\n\n")
        .replaceAll("<[^>]+>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("[ \n]+", " ")
        .strip();
  }

  private static String text(Element parent, String name) {
    return elements(parent, name).findFirst().map(Element::getTextContent).orElse("").strip();
  }

  /** The elements of this name, the parent's own children before deeper ones. */
  private static Stream<Element> elements(Element parent, String name) {
    var found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
  }
}
