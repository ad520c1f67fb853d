/**
 * Which unit and which criteria a file of evidence is for, by its folders and its name. A file that fits nothing is
 * left over with its reason; a file that fits two is a question with both.
 */
import { bareKey } from '../../base/text/text.ts';
import { fileTitle, matchFile, matchUnit } from '../match-unit.ts';
import type { Register, RegisterUnit } from '../register.ts';
import { criteriaNamed, type Reported } from './criteria-named.ts';

/** A unit whose report is there. */
export interface EvidenceUnit extends Reported {
  /** Key of the unit. */
  readonly unit: string;
  /** Folder its report lies in, with forward slashes; '' = the outermost. */
  readonly folder: string;
}

export type EvidencePlace =
  | { readonly kind: 'placed'; readonly unit: string; readonly criteria: readonly string[] }
  | { readonly kind: 'left-over'; readonly reason: string }
  /** `fits` = what it can be, in words. */
  | { readonly kind: 'question'; readonly reason: string; readonly fits: readonly string[] };

const NO_UNIT = 'Tên tệp và thư mục không cho biết là của đơn vị nào; hãy đặt vào thư mục mang tên đơn vị.';
const NO_CRITERION = 'Tên tệp và thư mục không cho biết là của tiêu chí nào; hãy đặt mã tiêu chí ở đầu tên tệp.';

/** `register` = units a name may tell; its names are the keys of `units`. */
export function placeEvidence(path: string, units: readonly EvidenceUnit[], register: Register): EvidencePlace {
  const steps = path.normalize('NFC').split('/');
  const folders = steps.slice(0, -1).map((step) => step.replace(/\.zip$/i, ''));
  const title = fileTitle(path.normalize('NFC'));
  const owner = unitNamedBy(folders, title, register);
  if (owner !== null && typeof owner !== 'string') {
    const reason = 'Tên tệp hợp với nhiều đơn vị nên chưa gắn; hãy ghi đủ tên đơn vị.';
    return { kind: 'question', reason, fits: owner };
  }
  const name = owner ?? neighbour(folders, units);
  if (name === null) return { kind: 'left-over', reason: NO_UNIT };
  const unit = units.find((evidenceUnit) => evidenceUnit.unit === name);
  if (unit === undefined) return { kind: 'left-over', reason: `${name} chưa có báo cáo nên chưa gắn được minh chứng.` };
  const listed = register.find((item) => item.name === name);
  const own = [...folders, title].map((step) => (listed === undefined ? step : withoutUnit(step, listed)));
  const { readings } = criteriaNamed(own, unit);
  const [only, ...others] = readings;
  if (only === undefined) return { kind: 'left-over', reason: NO_CRITERION };
  if (others.length === 0) return { kind: 'placed', unit: name, criteria: only };
  return {
    kind: 'question',
    reason: `Tên tệp có nhiều cách hiểu với bộ tiêu chí của ${name} nên chưa gắn; hãy ghi như “TC 1.2 …”.`,
    fits: readings.map((codes) => (codes.length === 0 ? 'số đếm, không phải mã' : `tiêu chí ${codes.join(', ')}`)),
  };
}

/** The unit's name; several names where several fit and none is certain; null = nothing tells it. */
function unitNamedBy(folders: readonly string[], title: string, register: Register): string | readonly string[] | null {
  const steps = [...folders.toReversed(), title];
  for (const step of steps) {
    const unit = matchUnit(step, register) ?? matchFile(step, register);
    if (unit) return unit.name;
  }
  for (const step of steps) {
    const fits = fitsOf(step, register);
    if (fits.length > 1) return fits;
  }
  return null;
}

/** Above this number of units the comparison with each would take too long. */
const MOST_COMPARED = 200;
const alone = new WeakMap<Register, readonly Register[]>();

/** Names of all units that fit the text when each is compared by itself. */
function fitsOf(step: string, register: Register): readonly string[] {
  if (register.length > MOST_COMPARED) return [];
  const each = alone.get(register) ?? register.map((unit) => [unit]);
  alone.set(register, each);
  return each.flatMap((only) => (matchUnit(step, only) ?? matchFile(step, only))?.name ?? []);
}

/** A folder that holds the report of a single unit holds that unit's evidence. */
function neighbour(folders: readonly string[], units: readonly EvidenceUnit[]): string | null {
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders.slice(0, depth).join('/');
    const beside = new Set(units.filter((evidenceUnit) => evidenceUnit.folder === folder).map(({ unit }) => unit));
    if (beside.size > 0) return beside.size === 1 ? ([...beside][0] ?? null) : null;
  }
  return null;
}

/** Without the words of the unit's name: their figures are no code. */
function withoutUnit(step: string, { name, otherNames }: RegisterUnit): string {
  const words = step.split(/[\s_]+/);
  const names = [name, ...otherNames].map((text) => text.split(/\s+/));
  // "Nà Lẻng" for "Thôn Nà Lẻng".
  const wordings = [...names, ...names.map((name) => name.slice(1))].filter((name) => name.length > 0);
  for (const wording of wordings.toSorted((a, b) => b.length - a.length)) {
    const key = bareKey(wording.join(' '));
    if (key.length < 3) continue;
    for (let from = 0; from + wording.length <= words.length; from++) {
      if (bareKey(words.slice(from, from + wording.length).join(' ')) !== key) continue;
      return [...words.slice(0, from), ...words.slice(from + wording.length)].join(' ').replace(/^[\s\-–—:.]+/, '');
    }
  }
  return step;
}
