package dev.patchbay.server.rest;

import dev.patchbay.model.Page;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with everything that has a name: list, read, make, change, take away. Who may is
 * said by {@link dev.patchbay.server.security.AllowNamed} on the resource.
 *
 * @param <D> drafts, as they are posted
 * @param <S> what is stored
 * @param <V> how it is shown
 */
public abstract class NamedResource<D, S, V> {
  private final NamedCalls<? super D, S> calls;
  private final Shown<S, V> shown;

  public NamedResource(NamedCalls<? super D, S> calls, Shown<S, V> shown) {
    this.calls = calls;
    this.shown = shown;
  }

  /**
   * How what is stored is found and shown.
   *
   * @param all by name
   * @param version that an ETag holds
   */
  public record Shown<S, V>(
      Supplier<List<V>> all,
      Function<String, Optional<S>> find,
      Function<S, V> view,
      ToLongFunction<S> version) {
    /** As it is stored. */
    public static <S> Shown<S, S> asStored(
        Supplier<List<S>> all, Function<String, Optional<S>> find, ToLongFunction<S> version) {
      return new Shown<>(all, find, Function.identity(), version);
    }
  }

  /** All of them, by name. */
  @GET
  public Page<V> all() {
    return new Page<>(shown.all().get(), null);
  }

  /** One, with its version. */
  @GET
  @Path("{name}")
  public Response one(@PathParam("name") String name) {
    return tagged(200, found(name));
  }

  /** Makes one. */
  @POST
  public Response create(D draft, @Context SecurityContext security) {
    return tagged(201, calls.create(draft, security));
  }

  /** Changes the version that the caller has read. */
  @PUT
  @Path("{name}")
  public Response update(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      D draft,
      @Context SecurityContext security) {
    return tagged(200, calls.update(name, ifMatch, draft, security));
  }

  /** Takes away the version that the caller has read. */
  @DELETE
  @Path("{name}")
  public void delete(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    calls.delete(name, ifMatch, security);
  }

  /** The one of that name; a problem if there is none. */
  protected final S found(String name) {
    return calls.found(shown.find().apply(name), name);
  }

  /** It as it is shown. */
  protected final V view(String name) {
    return shown.view().apply(found(name));
  }

  /** What it is called, for people. */
  protected final String what(String name) {
    return calls.what(name);
  }

  /** An answer with it and its version. */
  protected final Response tagged(int status, S stored) {
    return Versions.tagged(status, shown.view().apply(stored), shown.version().applyAsLong(stored));
  }
}
