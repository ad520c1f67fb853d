/** Which modules a module loads at once, for builds that put them into files of their own. */

/** The bundler's data on each module. */
export interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/** The module and all its static imports, recursively, without its dynamic imports. */
export function reachedFrom(id: string, modules: Modules, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(id)) return reached;
  reached.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reachedFrom(imported, modules, reached);
  return reached;
}
