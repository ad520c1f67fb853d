/**
 * Threaded comments (ExcelApi 1.10, one for each cell) and notes (1.18, only through the stub of newer capabilities).
 */
import { toA1 } from '../../../core/sheet/grid/address.ts';
import { addressOf, targetOf } from '../addresses.ts';
import type { HostNote, HostSheet } from '../book.ts';
import { refuse } from '../host-error.ts';
import { asText, found, type HostObject, isHostObject, type Target } from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { rangeObject } from './range.ts';

/** Comments of one sheet, or of the book (`sheet` null). */
export function commentCollection(world: World, sheet: HostSheet | null): HostObject {
  return collection(world, sheet, 'comments', 'Comment');
}

export function noteCollection(world: World, sheet: HostSheet | null): HostObject {
  return collection(world, sheet, 'notes', 'Note');
}

function collection(world: World, sheet: HostSheet | null, kind: 'comments' | 'notes', type: string): HostObject {
  const sheets = (): readonly HostSheet[] => (sheet ? [sheet] : world.book.sheets);
  const all = (): HostObject[] =>
    sheets().flatMap((it) => it[kind].map((note) => noteObject(world, it, kind, type, note)));
  const at = (where: unknown): HostObject | null => {
    const { sheet: home, areas } = cellTarget(world, sheet, where);
    const note = home[kind].find((it) => it.row === areas[0]?.top && it.column === areas[0]?.left);
    return note ? noteObject(world, home, kind, type, note) : null;
  };
  const keyed = (key: unknown): HostObject | null =>
    all().find((it) => it.id === key) ?? (kind === 'notes' ? at(key) : null);
  return {
    type: `${type}Collection`,
    items: all,
    item: (key) => found(keyed(key)),
    open: {
      add: (where, text) => {
        const target = cellTarget(world, sheet, where);
        refuseProtected(target.sheet, 'allowEditObjects');
        if (at(where)) refuse('InvalidOperation', 'Ô này đã có ghi chú.');
        const { top: row, left: column } = target.areas[0] ?? refuse('InvalidArgument');
        const note = { row, column, text: asText(text), author: world.book.author };
        target.sheet[kind].push(note);
        return noteObject(world, target.sheet, kind, type, note);
      },
      getItem: (key) => found(keyed(key)),
      getItemOrNullObject: keyed,
      getItemByCell: (where) => found(at(where)),
    },
    call: { getCount: () => all().length },
  };
}

function cellTarget(world: World, sheet: HostSheet | null, where: unknown): Target {
  if (isHostObject(where)) return where.target ?? refuse('InvalidArgument');
  const base = sheet ?? world.book.sheets.find((it) => it.id === world.book.activeSheet);
  return targetOf(world.book, found(base), asText(where));
}

function noteObject(
  world: World,
  sheet: HostSheet,
  kind: 'comments' | 'notes',
  type: string,
  note: HostNote,
): HostObject {
  const area = { top: note.row, left: note.column, bottom: note.row, right: note.column };
  return {
    type,
    id: kind === 'notes' ? toA1(note.row, note.column) : `{${sheet.id}.${addressOf({ sheet, areas: [area] })}}`,
    get: {
      ...(kind === 'comments' ? { id: () => `{${sheet.id}.${addressOf({ sheet, areas: [area] })}}` } : {}),
      content: () => note.text,
      authorName: () => note.author,
    },
    set: {
      content: (value) => {
        refuseProtected(sheet, 'allowEditObjects');
        note.text = asText(value);
      },
    },
    open: { getLocation: () => rangeObject(world, sheet, area) },
    call: {
      delete: () => {
        refuseProtected(sheet, 'allowEditObjects');
        sheet[kind].splice(sheet[kind].indexOf(note), 1);
      },
    },
  };
}
