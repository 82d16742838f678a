package dev.patchbay.documents.jinja.tree;

/** Whether a macro takes more than its parameters: it does when it names what they come in. */
public final class MacroUses {
  private MacroUses() {}

  public static boolean of(Node.Definition macro, String name) {
    return new FreeNames().of(macro.body()).contains(name);
  }
}
