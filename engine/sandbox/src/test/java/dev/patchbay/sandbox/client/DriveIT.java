package dev.patchbay.sandbox.client;

import static dev.patchbay.sandbox.client.Workbook.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.Permission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of Drive through its official client. */
class DriveIT {

  private static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";
  private static final Drive DRIVE = Workbook.GOOGLE.drive();

  @Test
  void createsASpreadsheetThatTheSheetsClientOpens() throws IOException {
    var file = create("Books");

    var book = Workbook.create().api().get(file.getId()).execute();

    assertThat(file)
        .isEqualTo(
            new File()
                .setKind("drive#file")
                .setId(file.getId())
                .setName("Books")
                .setMimeType(SPREADSHEET));
    assertThat(book.getProperties().getTitle()).isEqualTo("Books");
    assertThat(book.getSheets().getFirst().getProperties().getTitle()).isEqualTo("Sheet1");
  }

  @Test
  void answersTheFieldsThatAreAskedFor() throws IOException {
    var id = create("Fields").getId();

    var file = DRIVE.files().get(id).setFields("id,name,createdTime,owners/emailAddress").execute();

    assertThat(file.keySet()).containsExactlyInAnyOrder("id", "name", "createdTime", "owners");
    assertThat(file.getOwners().getFirst().keySet()).containsExactly("emailAddress");
  }

  @Test
  void refusesAFieldThatIsNone() throws IOException {
    var id = create("Fields").getId();

    assertThat(refusal(() -> DRIVE.files().get(id).setFields("nope").execute()))
        .isEqualTo("400 Invalid field selection nope");
  }

  @Test
  void listsByNamePageByPageNewestFirst() throws IOException {
    var name = UUID.randomUUID().toString();
    var ids = List.of(create(name).getId(), create(name).getId(), create(name).getId());
    var query = "name = '%s' and mimeType='%s' and trashed = false".formatted(name, SPREADSHEET);

    var first = DRIVE.files().list().setQ(query).setPageSize(2).execute();
    var second =
        DRIVE
            .files()
            .list()
            .setQ(query)
            .setPageSize(2)
            .setPageToken(first.getNextPageToken())
            .execute();

    assertThat(first.getFiles().stream().map(File::getId))
        .isEqualTo(List.of(ids.get(2), ids.get(1)));
    assertThat(second.getFiles().stream().map(File::getId)).isEqualTo(List.of(ids.getFirst()));
    assertThat(second.getNextPageToken()).isNull();
  }

  @Test
  void refusesAQueryItCannotRead() {
    assertThat(refusal(() -> DRIVE.files().list().setQ("name ~ 'x'").execute()))
        .isEqualTo("400 Invalid Value");
    assertThat(refusal(() -> DRIVE.files().list().setPageToken("next").execute()))
        .isEqualTo("400 Invalid Value");
  }

  @Test
  void renamesAFileAndItsSpreadsheet() throws IOException {
    var id = create("Old").getId();

    var file =
        DRIVE
            .files()
            .update(id, new File().setName("New").setProperties(Map.of("a", "b")))
            .execute();

    assertThat(file.getName()).isEqualTo("New");
    assertThat(Workbook.create().api().get(id).execute().getProperties().getTitle())
        .isEqualTo("New");
    assertThat(DRIVE.files().get(id).setFields("properties").execute().getProperties())
        .isEqualTo(Map.of("a", "b"));
  }

  @Test
  void copiesWhatAFileHolds() throws IOException {
    var book = Workbook.create();
    book.raw("A1", List.of("content"));

    var copy = DRIVE.files().copy(book.id(), new File().setName("Copy")).execute();

    var other = new Workbook(book.api(), copy.getId());
    other.raw("B1", List.of("more"));
    assertThat(copy.getName()).isEqualTo("Copy");
    assertThat(other.read("Sheet1")).isEqualTo(List.of(List.of("content", "more")));
    assertThat(book.read("Sheet1")).isEqualTo(List.of(List.of("content")));
  }

  @Test
  void forgetsADeletedFile() throws IOException {
    var book = Workbook.create();

    DRIVE.files().delete(book.id()).execute();

    assertThat(refusal(() -> DRIVE.files().get(book.id()).execute()))
        .isEqualTo("404 File not found: " + book.id() + ".");
    assertThat(refusal(() -> book.read("A1"))).isEqualTo("404 Requested entity was not found.");
  }

  @Test
  void takesAnUploadInOnePiece() throws IOException {
    var upload = DRIVE.files().create(new File().setName("one.txt"), content("one piece"));
    upload.getMediaHttpUploader().setDirectUploadEnabled(true);

    var file = upload.setFields("id,name,size,md5Checksum,mimeType").execute();

    assertThat(file)
        .isEqualTo(
            new File()
                .setId(file.getId())
                .setName("one.txt")
                .setSize(9L)
                .setMd5Checksum("dbdf8ebc0177d1d92de76f60d2c67380")
                .setMimeType("text/plain"));
    assertThat(download(file.getId())).isEqualTo("one piece");
  }

  @Test
  void takesAResumableUploadInChunks() throws IOException {
    var text = "0123456789abcdef".repeat(40_000);
    var upload = DRIVE.files().create(new File().setName("big.txt"), content(text));
    upload.getMediaHttpUploader().setChunkSize(256 * 1024);

    var file = upload.execute();

    assertThat(file.getName()).isEqualTo("big.txt");
    assertThat(download(file.getId())).isEqualTo(text);
  }

  @Test
  void replacesTheContentOfAFile() throws IOException {
    var file = DRIVE.files().create(new File().setName("a"), content("old")).execute();

    DRIVE.files().update(file.getId(), new File(), content("new")).execute();

    assertThat(download(file.getId())).isEqualTo("new");
  }

  @Test
  void makesASpreadsheetOfATable() throws IOException {
    var table =
        new ByteArrayContent("text/csv", "id,n\n\"a,b\",007\n".getBytes(StandardCharsets.UTF_8));
    var wanted = new File().setName("Table").setMimeType(SPREADSHEET);

    var file = DRIVE.files().create(wanted, table).execute();

    assertThat(new Workbook(Workbook.create().api(), file.getId()).read("Table"))
        .isEqualTo(List.of(List.of("id", "n"), List.of("a,b", "7")));
  }

  @Test
  void exportsTheFirstTab() throws IOException {
    var book = Workbook.create();
    book.raw("A1:B2", List.of("a", "say \"hi\""), List.of("x,y", ""));
    var out = new ByteArrayOutputStream();

    DRIVE.files().export(book.id(), "text/csv").executeMediaAndDownloadTo(out);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,\"say \"\"hi\"\"\"\r\n\"x,y\",");
  }

  @Test
  void refusesToDownloadASpreadsheetAsBytes() throws IOException {
    var id = create("Books").getId();

    assertThat(refusal(() -> DRIVE.files().get(id).executeMedia())).startsWith("403 ");
  }

  @Test
  void sharesAndUnshares() throws IOException {
    var id = create("Shared").getId();
    var permissions = DRIVE.permissions();

    var reader =
        permissions
            .create(
                id,
                new Permission().setType("user").setRole("reader").setEmailAddress("a@b.example"))
            .execute();
    permissions.update(id, reader.getId(), new Permission().setRole("writer")).execute();
    var roles = roles(id);
    permissions.delete(id, reader.getId()).execute();

    assertThat(roles).containsExactly("owner", "writer");
    assertThat(roles(id)).containsExactly("owner");
  }

  @Test
  void opensAFileToAnyone() throws IOException {
    var id = create("Public").getId();

    var anyone =
        DRIVE
            .permissions()
            .create(id, new Permission().setType("anyone").setRole("reader"))
            .execute();

    assertThat(anyone)
        .isEqualTo(
            new Permission()
                .setKind("drive#permission")
                .setId("anyoneWithLink")
                .setType("anyone")
                .setRole("reader")
                .setAllowFileDiscovery(false));
  }

  @Test
  void keepsAnOwnerAndRefusesPermissionsThatAreNone() throws IOException {
    var id = create("Shared").getId();
    var owner = DRIVE.permissions().list(id).execute().getPermissions().getFirst();

    assertThat(refusal(() -> DRIVE.permissions().delete(id, owner.getId()).execute()))
        .startsWith("403 ");
    assertThat(refusal(() -> DRIVE.permissions().delete(id, "1").execute()))
        .isEqualTo("404 Permission not found: 1.");
    assertThat(refusal(() -> DRIVE.permissions().create(id, alien()).execute()))
        .isEqualTo("400 The permission type field is required.");
  }

  @Test
  void givesAnIdThatIsTakenOnce() throws IOException {
    var id = DRIVE.files().generateIds().setCount(1).execute().getIds().getFirst();
    var file = new File().setId(id).setName("one");

    assertThat(DRIVE.files().create(file, content("a")).execute().getId()).isEqualTo(id);
    assertThat(refusal(() -> DRIVE.files().create(file, content("b")).execute()))
        .startsWith("409 ");
    assertThat(download(id)).isEqualTo("a");
  }

  @Test
  void takesWithAFolderWhatIsInIt() throws IOException {
    var folder = folder("Folder");
    var inside = folder("Inside", folder);

    DRIVE.files().delete(folder).execute();

    assertThat(refusal(() -> DRIVE.files().get(inside).execute())).startsWith("404 ");
    assertThat(refusal(() -> folder("Late", folder))).startsWith("404 ");
    assertThat(refusal(() -> DRIVE.files().list().setQ("'" + folder + "' in parents").execute()))
        .startsWith("404 ");
  }

  @Test
  void findsAFileByWhatAProgramKeepsOfIt() throws IOException {
    var run = UUID.randomUUID().toString();
    var file = new File().setName("it's").setAppProperties(Map.of("run", run));
    var id = DRIVE.files().create(file).execute().getId();

    assertThat(found("appProperties has { key='run' and value='%s' }".formatted(run)))
        .containsExactly(id);
    assertThat(found("properties has { key='run' and value='%s' }".formatted(run))).isEmpty();
    assertThat(refusal(() -> found("appProperties has { key='run' }"))).startsWith("400 ");
  }

  private static List<String> found(String query) throws IOException {
    return DRIVE.files().list().setQ(query).execute().getFiles().stream().map(File::getId).toList();
  }

  private static String folder(String name, String... parents) throws IOException {
    var folder = new File().setName(name).setMimeType("application/vnd.google-apps.folder");
    return DRIVE.files().create(folder.setParents(List.of(parents))).execute().getId();
  }

  private static Permission alien() {
    return new Permission().setType("alien").setRole("reader");
  }

  private static List<String> roles(String id) throws IOException {
    return DRIVE.permissions().list(id).execute().getPermissions().stream()
        .map(Permission::getRole)
        .toList();
  }

  private static File create(String name) throws IOException {
    return DRIVE.files().create(new File().setName(name).setMimeType(SPREADSHEET)).execute();
  }

  private static ByteArrayContent content(String text) {
    return new ByteArrayContent("text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String download(String id) throws IOException {
    var out = new ByteArrayOutputStream();
    DRIVE.files().get(id).executeMediaAndDownloadTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
