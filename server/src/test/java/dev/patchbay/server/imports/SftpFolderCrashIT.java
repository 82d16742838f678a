package dev.patchbay.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.FolderImport.Afterwards;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.Victim;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed once it has taken files from a real SSH server and not yet moved them. */
@Tag("extended")
class SftpFolderCrashIT {
  private static final int FILES = 3;
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir private Path directory;
  private final SshServer ssh = SshServer.setUpDefaultServer();
  private final HttpClient http = HttpClient.newHttpClient();
  private final TestDatabase database = TestDatabase.create();
  private Path inbox;
  private Victim server;
  private ApiCaller admin;
  private ImportRig rig;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    inbox = Files.createDirectories(directory.resolve("inbox"));
    var url =
        "%s?user=%s&password=%s"
            .formatted(database.jdbcUrl(), database.user(), database.password());
    var ports = Ports.free();
    server = Victim.node(directory, directory, url, ports);
    var key = Files.readString(directory.resolve("admin.key")).strip();
    var api = URI.create("http://127.0.0.1:" + ports.api());
    admin = new ApiCaller(http, api, Optional.of(key), _ -> {});
    rig = new ImportRig(admin, admin);
    connect(KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256));
  }

  private void connect(KeyPair hostKey) throws IOException {
    ssh.setHost("127.0.0.1");
    ssh.setPort(0);
    ssh.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    ssh.setPasswordAuthenticator(
        (user, password, _) -> user.equals("hub") && password.equals("right"));
    ssh.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    ssh.setFileSystemFactory(new VirtualFileSystemFactory(inbox));
    ssh.start();
    var settings =
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            Integer.toString(ssh.getPort()),
            "user",
            "hub",
            "host-key",
            KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()));
    var secrets = Map.of("password", "right");
    admin
        .post("/connectors", new ConnectorDraft("inbox", "sftp", settings, secrets, true))
        .as(201, ConnectorView.class);
  }

  @AfterEach
  void stop() throws IOException {
    rig.close();
    http.close();
    server.close();
    ssh.stop(true);
  }

  @Test
  void eachFileIsImportedOnceAndPutAsideOnce() throws IOException {
    for (int i = 0; i < FILES; i++) {
      Files.writeString(inbox.resolve("f" + i + ".csv"), "title\nLamp " + i + "\n");
    }
    var files =
        new FolderImport(
            "inbox",
            null,
            "*.csv",
            rig.service(),
            null,
            null,
            OnErrors.STOP,
            Afterwards.MOVE,
            1,
            10,
            null,
            null);
    admin
        .post("/schedules", ScheduleDraft.of("watch", files, "0 * * * * ?", "UTC"))
        .as(201, ScheduleView.class);
    rig.fault("slow", 1);
    admin.post("/schedules/watch/run").as(202, RunView.class);

    Eventually.within(LONG).isTrue("one is imported", () -> !rig.titles().isEmpty());
    server.dieNow();
    assertThat(aside()).as("it was killed before it had moved all").hasSizeLessThan(FILES);
    server.rise();
    rig.mend();

    Eventually.within(LONG)
        .isTrue("all are put aside", () -> aside().size() == FILES && left() == 0);
    assertThat(aside()).containsExactlyInAnyOrder("f0.csv", "f1.csv", "f2.csv");
    assertThat(rig.titles()).containsExactly("Lamp 0", "Lamp 1", "Lamp 2");
    assertThat(admin.get("/imports?limit=100").page(ImportView.class).items())
        .hasSize(FILES)
        .allMatch(run -> run.state() == RunState.DONE);
  }

  private List<String> aside() {
    var names = inbox.resolve("done").toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private long left() {
    var names = inbox.toFile().list((_, name) -> name.endsWith(".csv"));
    return names == null ? 0 : names.length;
  }
}
