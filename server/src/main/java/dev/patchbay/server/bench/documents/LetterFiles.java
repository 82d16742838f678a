package dev.patchbay.server.bench.documents;

import dev.patchbay.server.bench.Workspace;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.file.Path;

/** The template of the letter and its data, as files. */
record LetterFiles(Path template, Path data) {
  static LetterFiles in(Workspace workspace) throws IOException {
    var files = new LetterFiles(workspace.resolve("letter.docx"), workspace.resolve("letter.json"));
    LetterTemplate.write(files.template());
    ServerJson.MAPPER.writeValue(files.data().toFile(), LetterData.all());
    return files;
  }
}
