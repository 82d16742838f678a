package dev.patchbay.server.config;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.ConnectorType;
import dev.patchbay.spi.PluginType;
import dev.patchbay.spi.message.MessageTargetType;
import dev.patchbay.spi.store.FileStoreType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plugins that connectors can be made of.
 *
 * @param byName types that take rows, by name
 * @param stores types that take files, by name
 * @param messages types that send messages, by name
 * @param presets settings that connectors of a type have where theirs says nothing
 */
public record ConnectorTypes(
    Map<String, ConnectorType> byName,
    Map<String, FileStoreType> stores,
    Map<String, MessageTargetType> messages,
    Map<String, Map<String, String>> presets) {
  public ConnectorTypes {
    byName = Map.copyOf(byName);
    stores = Map.copyOf(stores);
    messages = Map.copyOf(messages);
    presets = Map.copyOf(presets);
  }

  /** All types on the class path. */
  public static ConnectorTypes installed(Map<String, Map<String, String>> presets) {
    var byName = new LinkedHashMap<String, ConnectorType>();
    ServiceLoader.load(ConnectorType.class).forEach(type -> byName.put(type.name(), type));
    var stores = InstalledTypes.of(FileStoreType.class).byName();
    var messages = InstalledTypes.of(MessageTargetType.class).byName();
    return new ConnectorTypes(byName, stores, messages, presets);
  }

  /** These and another that is not found on the class path. */
  public ConnectorTypes with(ConnectorType own) {
    var more = new LinkedHashMap<>(byName);
    more.put(own.name(), own);
    return new ConnectorTypes(more, stores, messages, presets);
  }

  /** The type of that name, if it takes rows. */
  public Optional<ConnectorType> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The type of that name, if it takes files. */
  public Optional<FileStoreType> findStore(String name) {
    return Optional.ofNullable(stores.get(name));
  }

  /** The type of that name, if it sends messages. */
  public Optional<MessageTargetType> findMessages(String name) {
    return Optional.ofNullable(messages.get(name));
  }

  /** All types that send messages, by name. */
  public List<MessageTargetType> allMessages() {
    return messages.values().stream().sorted(Comparator.comparing(PluginType::name)).toList();
  }

  /** All types that take files, by name. */
  public List<FileStoreType> allStores() {
    return stores.values().stream().sorted(Comparator.comparing(PluginType::name)).toList();
  }

  /** Opens a connector, empty if there is no such type. */
  Optional<OpenConnector> open(PluginInstance connector, ConnectorContext context) {
    return find(connector.type())
        .<OpenConnector>map(type -> new OpenConnector.Rows(type.create(context)))
        .or(
            () ->
                findStore(connector.type())
                    .map(type -> new OpenConnector.Files(type.open(context))))
        .or(
            () ->
                findMessages(connector.type())
                    .map(type -> new OpenConnector.Messages(type.open(context))));
  }

  private Optional<PluginType> plugin(String name) {
    return find(name)
        .<PluginType>map(type -> type)
        .or(() -> findStore(name))
        .or(() -> findMessages(name));
  }

  /** All types that take rows, by name. */
  public List<ConnectorType> all() {
    return byName.values().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /** What drafts of connectors are checked against. */
  public InstanceDesk.Forms forms() {
    return new InstanceDesk.Forms() {
      @Override
      public Optional<InstanceDesk.Form> of(String type) {
        return plugin(type)
            .map(
                found ->
                    new InstanceDesk.Form(
                        found.settings(),
                        given -> complete(type, given),
                        settings -> InstalledTypes.byField(found.faults(settings))));
      }

      @Override
      public Set<String> names() {
        var names = new TreeSet<>(byName.keySet());
        names.addAll(stores.keySet());
        names.addAll(messages.keySet());
        return names;
      }
    };
  }

  /** Settings of a connector with the presets of its type put in. */
  public Map<String, String> complete(String type, Map<String, String> settings) {
    var complete = new LinkedHashMap<>(presets.getOrDefault(type, Map.of()));
    settings.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            complete.put(name, value);
          }
        });
    return complete;
  }
}
