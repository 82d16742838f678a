package dev.patchbay.connectors.sheets;

import com.google.api.client.json.JsonGenerator;
import com.google.api.client.json.gson.GsonFactory;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;

/**
 * The client's Gson, which writes a few characters at a time: they are gathered before they become
 * bytes. Thread-safe.
 */
final class BufferedGson extends GsonFactory {
  @Override
  public JsonGenerator createJsonGenerator(OutputStream out, Charset charset) {
    return createJsonGenerator(new BufferedWriter(new OutputStreamWriter(out, charset)));
  }
}
