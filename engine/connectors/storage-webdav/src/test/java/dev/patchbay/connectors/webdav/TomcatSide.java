package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.testkit.DirectorySide;
import dev.patchbay.testkit.NetworkSide;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.WebdavServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.StandardRoot;

/** A real WebDAV server on 127.0.0.1, Tomcat's; its directory is looked at with plain calls. */
public final class TomcatSide extends DirectorySide implements NetworkSide {
  /** Secrets that it lets in. */
  public static final Map<String, String> PASSWORD = Map.of("password", "rîght: s3cret");

  static final Map<String, String> TOKEN = Map.of("token", "t0ken");

  private static final Set<String> ALLOWED = Set.of(basic("hub:rîght: s3cret"), "Bearer t0ken");

  private final Tomcat tomcat = new Tomcat();

  /**
   * Starts it.
   *
   * @param root where files are
   * @param work where the server keeps its own
   */
  public TomcatSide(Path root, Path work) {
    super(root);
    tomcat.setSilent(true);
    tomcat.setBaseDir(work.toString());
    tomcat.setPort(0);
    var connector = tomcat.getConnector();
    connector.setProperty("address", "127.0.0.1");
    var context = tomcat.addContext("/dav", root.toString());
    var resources = new StandardRoot(context);
    resources.setCachingAllowed(false); // files are put there behind its back
    context.setResources(resources);
    beQuiet((StandardContext) context);
    context.getPipeline().addValve(new Gate(ALLOWED));
    var servlet = Tomcat.addServlet(context, "webdav", new WebdavServlet());
    servlet.addInitParameter("readonly", "false");
    servlet.addInitParameter("listings", "true");
    servlet.addMapping("/*");
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public FileStore through(int port) {
    return store(Map.of("url", address(port)), PASSWORD);
  }

  @Override
  public int large() {
    return 4 << 20;
  }

  @Override
  public String placesSmall() {
    return "MOVE /";
  }

  @Override
  public String placesLarge() {
    return "MOVE /";
  }

  @Override
  public FileStore connect() {
    return store(Map.of(), PASSWORD);
  }

  @Override
  public Optional<FileStore> stranger() {
    return Optional.of(store(Map.of(), Map.of("password", "wrong")));
  }

  @Override
  public FileStore misplaced() {
    return store(Map.of("url", address(port()) + "/missing"), PASSWORD);
  }

  FileStore store(Map<String, String> changes, Map<String, String> secrets) {
    return store(changes, name -> Optional.ofNullable(secrets.get(name)));
  }

  FileStore store(Map<String, String> changes, Secrets secrets) {
    return new WebDavType().open(context(changes, secrets));
  }

  /** The store's calls, one by one. */
  Site site() {
    var context = context(Map.of(), name -> Optional.ofNullable(PASSWORD.get(name)));
    return new Site(WebDavSettings.of(context.settings()), context);
  }

  private ConnectorContext context(Map<String, String> changes, Secrets secrets) {
    var settings = new HashMap<>(settings());
    settings.putAll(changes);
    return new ConnectorContext(
        "files", settings, secrets, InstantSource.system(), _ -> Duration.ZERO, (_, _, _) -> {});
  }

  /** Settings of a connector that reaches it; {@link #PASSWORD} lets it in. */
  public Map<String, String> settings() {
    return Map.of("url", address(port()), "user", "hub");
  }

  static String address(int port) {
    return "http://127.0.0.1:" + port + "/dav";
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It looks for leaks of applications in ways that the JVM does not allow, and says so. */
  private static void beQuiet(StandardContext context) {
    context.setClearReferencesThreadLocals(false);
    context.setClearReferencesRmiTargets(false);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
