/**
 * The texts of a page piece by piece: cells of a row, parts of a line between separators, statements of a sentence. Knows
 * which piece names a criterion and which words stand before a piece; knows nothing of columns.
 */
import { type HeaderRole, headerWord, isTitleRole } from './header-words.ts';
import type { PageCell, PageRow } from './page.ts';

/** The heading words before a piece. */
interface Label {
  readonly text: string;
  readonly role: HeaderRole;
}

export interface Piece {
  /** The cell with nothing but this piece as its text. */
  readonly cell: PageCell;
  readonly label: Label | undefined;
  /** Distance from the piece that names the criterion, in columns of the sheet or parts of the line. */
  readonly place: number;
}

export interface PieceLine {
  readonly row: PageRow;
  /** The cell that names a criterion, with no more text than the name. */
  readonly title: PageCell | undefined;
  readonly pieces: readonly Piece[];
}

/** Length of the criterion name at the start of a text; undefined = no name. */
export type NameLength = (text: string) => number | undefined;

const OF_RESULT: ReadonlySet<HeaderRole> = new Set([
  'value',
  'figure',
  'ratio',
  'numerator',
  'denominator',
  'own-result',
]);
const BESIDE: ReadonlySet<HeaderRole> = new Set([
  'self',
  'points',
  'max',
  'target',
  'target-or-title',
  'plan',
  'baseline',
  'appraised',
  'evidence',
  'explanation',
  'unit',
]);
const RESULT: Label = { text: 'Kết quả', role: 'value' };

/** Longer texts before a colon are no label. */
const LONGEST_LABEL = 60;
const SEPARATOR = /[;|\t]/;
/** Behind such a sign another statement may begin. */
const JOINT = /(?:[;|\t,(]|\.(?=\s)|(?<=\s)[-–—](?=\s))\s*/gu;

/** The lines of a row of the sheet: several where a cell holds several. */
export function pieceLines(row: PageRow, nameLength: NameLength): readonly PieceLine[] {
  const [only] = row.cells;
  if (row.cells.length !== 1 || only?.isText !== true) return [lineOf(row, row.cells, nameLength)];
  return only.text
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => lineOf(row, partsOf({ ...only, text }, nameLength), nameLength));
}

/** Splits a line at its separators into cells side by side, if some part is just the name of a criterion. */
function partsOf(cell: PageCell, nameLength: NameLength): readonly PageCell[] {
  const parts = cell.text.split(SEPARATOR).map((text) => text.trim());
  const isName = (text: string): boolean => nameLength(text) === text.length;
  if (parts.length < 2 || !parts.some(isName)) return [cell];
  return parts.flatMap((text, column) => (text === '' ? [] : [{ ...cell, column, text }]));
}

function lineOf(row: PageRow, cells: readonly PageCell[], nameLength: NameLength): PieceLine {
  const named = cells.find(({ isText, text }) => isText && nameIn(text, nameLength) !== undefined);
  const name = named && nameIn(named.text, nameLength);
  const first = named?.column ?? 0;
  const pieces = cells.flatMap((cell, order): readonly Piece[] => {
    if (cell === named) return statements(cell, name?.rest ?? '', RESULT, 0);
    const before = cells[order - 1];
    const word = before === undefined || !before.isText ? undefined : labelIn(before, named);
    const place = cell.column - first;
    if (word !== undefined) return isTitleRole(word.role) ? [] : [{ cell, label: word, place }];
    if (!cell.isText) return [{ cell, label: undefined, place }];
    // A label before its figure is not a piece.
    if (labelIn(cell, named) !== undefined) return [];
    const label = named === undefined ? labelled(cell.text) : undefined;
    if (label) return statements(cell, label.rest, label, place);
    const beside = labelBeside(cell.text);
    return [beside ? pieceOf(cell, beside.rest, beside, place) : { cell, label: undefined, place }];
  });
  return { row, title: named && name && { ...named, text: name.text }, pieces };
}

/** Beside the name of a criterion a word is an answer ("Chưa thực hiện"), unless a colon makes it a label. */
function labelIn(cell: PageCell, named: PageCell | undefined): Label | undefined {
  const isApart = named === undefined || cell.column < named.column || /[:：]\s*$/u.test(cell.text);
  return isApart ? labelAlone(cell.text) : undefined;
}

function pieceOf(cell: PageCell, text: string, { text: word, role }: Label, place: number): Piece {
  return { cell: { ...cell, text }, label: { text: word, role }, place };
}

interface Name {
  readonly text: string;
  readonly rest: string;
}

/** The criterion name at the start of a text (after a label such as "Nội dung:"), and the rest of the text. */
function nameIn(text: string, nameLength: NameLength): Name | undefined {
  const label = /^([^:：]{1,60})[:：]\s*(?=\S)/u.exec(text);
  const word = label?.[1] === undefined ? undefined : headerWord(label[1]);
  const starts = label && word && isTitleRole(word.role) ? [label[0].length, 0] : [0];
  for (const from of starts) {
    const own = text.slice(from);
    const length = nameLength(own);
    if (length !== undefined) return { text: own.slice(0, length), rest: own.slice(length) };
  }
  return undefined;
}

/** The statements after a name or label: its own, then those introduced by labels of their own. */
function statements(cell: PageCell, text: string, label: Label, place: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const opening = labelBeside(text.replace(OPENING, ''));
  let own = opening ?? label;
  let from = opening ? text.length - opening.rest.length : 0;
  const end = (to: number): void => {
    const words = tidy(text.slice(from, to));
    if (words !== '') pieces.push(pieceOf(cell, words, own, place));
  };
  for (const joint of text.matchAll(JOINT)) {
    const at = joint.index + joint[0].length;
    const next = at > from ? labelNext(text.slice(at), own) : undefined;
    if (next === undefined) continue;
    end(joint.index);
    own = next;
    from = text.length - next.rest.length;
  }
  end(text.length);
  return pieces;
}

const OPENING = /^(?:[\s:：;,.|]|[–—-](?!\d))+/u;

/** The label of a further statement. Result labels count only after a non-result, because a result may name its parts. */
function labelNext(text: string, own: Label): (Label & { readonly rest: string }) | undefined {
  const next = labelBeside(text) ?? (BESIDE.has(own.role) ? labelBeside(text, OF_RESULT) : undefined);
  return next ?? (COMPARED.test(text) ? { ...REMARK, rest: text } : undefined);
}

/** `tăng 5% so với năm 2024`: how far it is from another time, no result. */
const COMPARED = /^(?:tăng|giảm|cao hơn|thấp hơn|vượt)(?!\p{L})[^;|]*(?:so với|cùng kỳ|năm trước)/iu;
const REMARK: Label = { text: 'Ghi chú', role: 'explanation' };

/** Drops the punctuation at both ends. */
function tidy(text: string): string {
  const bare = text.replace(OPENING, '').replace(/[\s;,.|]+$/u, '');
  const isOpen = bare.split('(').length < bare.split(')').length;
  return (isOpen ? bare.replace(/\)\.?$/u, '') : bare).replace(/^là\s+/iu, '').trim();
}

/** A cell with nothing but a label. */
function labelAlone(text: string): Label | undefined {
  const word = text.length > LONGEST_LABEL || /\d/.test(text) ? undefined : headerWord(text);
  if (word === undefined || !(OF_RESULT.has(word.role) || BESIDE.has(word.role) || isTitleRole(word.role)))
    return undefined;
  return word.exact || /[:：]\s*$/u.test(text) ? { text, role: word.role } : undefined;
}

/** `Kết quả: 57/87` */
function labelled(text: string): (Label & { readonly rest: string }) | undefined {
  const [all = '', word = ''] = /^([^:：]{1,60})[:：]\s*/u.exec(text) ?? [];
  const role = word === '' ? undefined : headerWord(word)?.role;
  return role !== undefined && (OF_RESULT.has(role) || BESIDE.has(role))
    ? { text: word, role, rest: text.slice(all.length) }
    : undefined;
}

/** `tự chấm 8 điểm`, `minh chứng: …`: a label of points, evidence and the like, with or without a colon. */
function labelBeside(text: string, roles = BESIDE): (Label & { readonly rest: string }) | undefined {
  const [all = '', word = ''] = /^([^:：\d;|,.(–—-]{2,60}?)(?:[:：]\s*|\s+(?=[-+]?\d))/u.exec(text) ?? [];
  const found = word === '' ? undefined : headerWord(word);
  return found?.exact && roles.has(found.role)
    ? { text: word, role: found.role, rest: text.slice(all.length) }
    : undefined;
}
