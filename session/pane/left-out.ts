/** Files that were not used, a line each. */
export function leftOut(files: readonly { readonly file: string; readonly reason: string }[]): readonly string[] {
  return files.map(({ file, reason }) => `"${file}": ${reason}`);
}
