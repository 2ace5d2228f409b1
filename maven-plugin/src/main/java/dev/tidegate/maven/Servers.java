package dev.tidegate.maven;

import dev.tidegate.jdbc.Secret;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The servers of {@code settings.xml}.
 *
 * @param decrypter opens passwords that are kept encrypted
 */
record Servers(Settings settings, SettingsDecrypter decrypter) {

  /** What a server says about a database; {@code url} is in its {@code configuration}. */
  record Entry(Optional<String> url, Optional<String> user, Optional<Secret> password) {}

  /** The server of this id. */
  Entry find(String id) {
    var server = settings.getServer(id);
    if (server == null) {
      throw unknown(id).exception();
    }
    var result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    var clear = result.getServer();
    return new Entry(
        url(server), text(clear.getUsername()), text(clear.getPassword()).map(Secret::new));
  }

  /**
   * The URL of {@code <configuration><url>}. Maven's configuration tree is read through its text,
   * since its class is not the same in Maven 3 and 4.
   */
  private static Optional<String> url(Server server) {
    if (server.getConfiguration() == null) {
      return Optional.empty();
    }
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var source = new InputSource(new StringReader(server.getConfiguration().toString()));
      var urls = factory.newDocumentBuilder().parse(source).getElementsByTagName("url");
      return urls.getLength() == 0 ? Optional.empty() : text(urls.item(0).getTextContent());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw Problem.of(
              ProblemCode.SERVER_ID_UNKNOWN,
              "configuration of server " + server.getId() + " in settings.xml not understood")
          .withDetail("its <configuration> is not read as XML")
          .withState("nothing was changed")
          .exception(e);
    }
  }

  private Problem unknown(String id) {
    var known =
        settings.getServers().stream().map(Server::getId).sorted().collect(Collectors.toList());
    return Problem.of(ProblemCode.SERVER_ID_UNKNOWN, "no server " + id + " in settings.xml")
        .withDetail(
            known.isEmpty()
                ? "settings.xml has no servers"
                : "its servers are " + String.join(", ", known))
        .withState("nothing was changed")
        .withHint(
            "add <server><id>"
                + id
                + "</id>…</server> to settings.xml, or pass -Dtidegate.serverId=…");
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
