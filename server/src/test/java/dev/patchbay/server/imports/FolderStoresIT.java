package dev.patchbay.server.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.connectors.s3.S3ServerSide;
import dev.patchbay.connectors.webdav.TomcatSide;
import dev.patchbay.model.job.FolderImport.Afterwards;
import dev.patchbay.model.job.RunState;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.testkit.NetworkSide;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Folders of a real S3 server and a real WebDAV server, imported by a whole hub. */
@ExtendWith(FilledReadModel.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FolderStoresIT {
  private final FilledReadModel model;
  private final S3ServerSide s3 = new S3ServerSide();
  private TomcatSide webDav;
  private FolderRig rig;

  /** What files are put on and taken from. */
  enum Kind {
    S3,
    WEBDAV
  }

  FolderStoresIT(FilledReadModel model) {
    this.model = model;
  }

  @BeforeAll
  void start(@TempDir Path root, @TempDir Path work) {
    webDav = new TomcatSide(root, work);
  }

  @AfterAll
  void stop() {
    s3.close();
    webDav.close();
  }

  @BeforeEach
  void open() {
    rig = new FolderRig(model);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @ParameterizedTest
  @EnumSource
  void eachFileIsImportedOnceWhateverItsNameAndPutAsideByHowThatEnded(Kind kind) {
    var server = connected(kind);
    save(1);
    put(server, "Prüfbericht für Köln.csv", "title\nLamp\n");
    put(server, "a + b.csv", "title\nBin\n");
    put(server, "100% %20 #1.csv", "title\nSign\n");
    put(server, "broken +.csv", "title,title\nx,y\n");
    put(server, "notes.txt", "not meant");
    put(server, "done/a + b.csv", "older");

    var run = rig.run();

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).contains("1 of 4 files were not imported", "'broken +.csv'");
    assertThat(rig.far().titles()).containsExactly("Bin", "Lamp", "Sign");
    assertThat(standing(server))
        .containsExactlyInAnyOrder(
            "notes.txt",
            "done/Prüfbericht für Köln.csv",
            "done/a + b.csv",
            "done/a + b (2).csv",
            "done/100% %20 #1.csv",
            "failed/broken +.csv");
    assertThat(server.read(folder() + "/done/a + b.csv")).isEqualTo("older".getBytes(UTF_8));
  }

  @Tag("extended")
  @ParameterizedTest
  @EnumSource
  void whatComesAgainIsImportedOnlyWithOtherContent(Kind kind) {
    var server = connected(kind);
    save(1);
    put(server, "a.csv", "title\nLamp\n");
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);

    put(server, "a.csv", "title\nLamp\n");
    var again = rig.run();
    assertThat(rig.log(again)).anyMatch(line -> line.startsWith("'a.csv' was imported before"));
    put(server, "a.csv", "title\nSign\n");
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);

    assertThat(rig.imports()).hasSize(2);
    assertThat(rig.far().titles()).containsExactly("Lamp", "Sign");
    assertThat(standing(server)).isEqualTo(putAside(kind));
  }

  /** On S3 a copy of the same content is taken for the one of a move that broke off. */
  private static Set<String> putAside(Kind kind) {
    return switch (kind) {
      case S3 -> Set.of("done/a.csv", "done/a (2).csv");
      case WEBDAV -> Set.of("done/a.csv", "done/a (2).csv", "done/a (3).csv");
    };
  }

  @Tag("extended")
  @ParameterizedTest
  @EnumSource
  void aFileThatGrowsIsLeftForTheNextRun(Kind kind) {
    var server = connected(kind);
    save(2);
    put(server, "a.csv", "title\nLamp\n");
    var begun = rig.begin();
    rig.saying(begun, "lie unchanged");
    put(server, "a.csv", "title\nLamp\nBin\n");

    assertThat(rig.ended(begun).state()).isEqualTo(RunState.DONE);
    assertThat(rig.far().titles()).isEmpty();
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);
    assertThat(rig.far().titles()).containsExactly("Bin", "Lamp");
  }

  @Tag("extended")
  @ParameterizedTest
  @EnumSource
  void aFileThatIsReplacedOrTakenAwayWhileItIsImportedIsNotMoved(Kind kind) {
    var server = connected(kind);
    save(1);
    put(server, "gone.csv", "title\nLamp\n");
    put(server, "new.csv", "title\nBin\n");
    rig.far().fault("503", 1);
    var begun = rig.begin();
    rig.saying(begun, "2 of 2 files are not imported yet");
    put(server, "new.csv", "title\nSign\nBench\n");
    remove(kind, "gone.csv");
    rig.far().mend();

    var run = rig.ended(begun);

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(rig.log(run))
        .contains(
            "'gone.csv' is imported; it is no longer where it stood.",
            "'new.csv' is imported; it was replaced by another meanwhile, which is looked at next.");
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);
    assertThat(rig.far().titles()).containsExactly("Bench", "Bin", "Lamp", "Sign");
    assertThat(standing(server)).containsExactly("done/new.csv");
  }

  /** S3 has no folders: one that is not there is empty. */
  @Tag("extended")
  @ParameterizedTest
  @EnumSource
  void aFolderThatIsNotThereIsSaidWhereThereAreFolders(Kind kind) {
    connected(kind);
    save(1);
    var begun = rig.begin();
    switch (kind) {
      case S3 -> assertThat(rig.ended(begun).state()).isEqualTo(RunState.DONE);
      case WEBDAV -> {
        rig.saying(begun, "The folder '" + folder() + "' does not exist");
        rig.cancel(begun);
      }
    }
  }

  private NetworkSide connected(Kind kind) {
    return switch (kind) {
      case S3 -> {
        rig.connect("s3", s3.settings(), S3ServerSide.CREDENTIAL);
        yield s3;
      }
      case WEBDAV -> {
        rig.connect("webdav", webDav.settings(), TomcatSide.PASSWORD);
        yield webDav;
      }
    };
  }

  /** One that no other test looks into. */
  private String folder() {
    return "in " + rig.unique();
  }

  private void save(int settleSeconds) {
    rig.save(rig.order(folder(), Afterwards.MOVE, settleSeconds, 20));
  }

  private void put(NetworkSide server, String file, String content) {
    server.put(folder() + "/" + file, content.getBytes(UTF_8));
  }

  private void remove(Kind kind, String file) {
    var path = folder() + "/" + file;
    switch (kind) {
      case S3 -> s3.remove(path);
      case WEBDAV -> webDav.remove(path);
    }
  }

  /** What stands in the folder and below it. */
  private Set<String> standing(NetworkSide server) {
    var in = folder() + "/";
    return server.names().stream()
        .filter(name -> name.startsWith(in))
        .map(name -> name.substring(in.length()))
        .collect(Collectors.toSet());
  }
}
