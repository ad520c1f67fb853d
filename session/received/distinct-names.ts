/** Units send files of the same name in folders of their own: gives every file a distinct name. */
import { groupBy } from '../../core/base/group-by.ts';

interface FilePath {
  readonly file: string;
  /** The folders it lies in, outermost first. */
  readonly path: readonly string[];
}

/** A name for each, by the innermost folder where the file's own is shared, then by a number. */
export function distinctNames(files: readonly FilePath[]): readonly string[] {
  const taken = new Set<string>();
  const alike = groupBy(files, ({ file }) => file.toLowerCase());
  return files.map(({ path, file }) => {
    const folder = path.at(-1);
    const isShared = (alike.get(file.toLowerCase())?.length ?? 0) > 1;
    const wanted = isShared && folder ? `${folder}/${file}` : file;
    const dot = wanted.lastIndexOf('.');
    let name = wanted;
    for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${wanted.slice(0, dot)} (${at})${wanted.slice(dot)}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
