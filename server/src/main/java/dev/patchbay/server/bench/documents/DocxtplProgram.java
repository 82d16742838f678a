package dev.patchbay.server.bench.documents;

/** The same letters by docxtpl, as its documentation has it: a template is opened for each. */
final class DocxtplProgram {
  /** Arguments and result are those of {@link DocumentLoadCommand}; it follows no thousands. */
  static final String TEXT =
      """
      import io, json, sys, time
      from docxtpl import DocxTemplate
      documents, template, data, result = int(sys.argv[1]), sys.argv[3], sys.argv[4], sys.argv[5]
      with open(template, "rb") as file: docx = file.read()
      with open(data, encoding="utf-8") as file: values = json.load(file)

      def fill(times):
          for i in range(times):
              letter = DocxTemplate(io.BytesIO(docx))
              letter.render({**values, "id": "r-%d" % i}, autoescape=True)
              letter.save(io.BytesIO())

      fill(max(1, documents // 10))
      before = time.process_time()
      fill(documents)
      took = time.process_time() - before
      with open(result, "w") as out:
          json.dump({"documents": documents, "cpuSeconds": took, "sha256": "", "heaps": []}, out)
      """;

  private DocxtplProgram() {}
}
