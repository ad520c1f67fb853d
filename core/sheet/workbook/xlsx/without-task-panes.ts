/**
 * A workbook without the task panes it brings along: inserted as it is, a file with such parts opens a second pane on a
 * Mac (office-js issue 6870). Sheets, looks and all else stay byte for byte.
 */
import { findPart, openPackage, readPart, readRelations, relationsName } from './package.ts';
import { packText, writeZip } from './zip-write.ts';

const ROOT_RELATIONS = '_rels/.rels';
const TYPES = '[Content_Types].xml';
const PANES = 'webextensiontaskpanes';

/** The same bytes where there are none. Throws FileFault. */
export function withoutTaskPanes(bytes: Uint8Array): Uint8Array {
  const pack = openPackage(bytes);
  const panes = readRelations(pack, '').filter(({ type, external }) => type === PANES && !external);
  if (panes.length === 0) return bytes;
  const parts = panes.flatMap(({ target }) => [
    target,
    relationsName(target),
    ...(findPart(pack, target) ? readRelations(pack, target) : []).flatMap((relation) =>
      relation.external ? [] : [relation.target],
    ),
  ]);
  const gone = new Set(parts.map((name) => name.toLowerCase()));
  const without = (name: string, isGone: (element: string) => boolean): string =>
    (readPart(pack, name) ?? '').replace(/<(?:\w+:)?(?:Relationship|Override)\b[^>]*\/>/g, (element) =>
      isGone(element) ? '' : element,
    );
  const relations = without(ROOT_RELATIONS, (element) => element.includes(`/${PANES}"`));
  const types = without(TYPES, (element) => {
    const name = /PartName="\/?([^"]*)"/i.exec(element)?.[1] ?? '';
    return gone.has(name.toLowerCase());
  });
  return writeZip(
    pack.entries.flatMap((entry) => {
      if (gone.has(entry.name.toLowerCase())) return [];
      if (entry.name === ROOT_RELATIONS) return [packText(entry.name, [relations])];
      return [entry.name === TYPES ? packText(entry.name, [types]) : entry];
    }),
  );
}
