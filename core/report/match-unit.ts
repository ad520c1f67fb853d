/**
 * Which unit of the register a text means: aliases, prefixes, abbreviations; without diacritics only when one unit
 * fits.
 */
import { ownText } from '../base/text/remembered.ts';
import { bareKey, foldKey, squashKey } from '../base/text/text.ts';
import { VILLAGE_OPENING } from '../base/text/village-words.ts';
import type { Register, RegisterUnit } from './register.ts';
import type { Report } from './report.ts';

/**
 * Long forms of what officers abbreviate, applied in this order to the folded text, hence spelt as foldKey spells (uỷ).
 */
const LONG_FORMS: readonly (readonly [RegExp, string])[] = [
  [/[.,;:()"']/g, ' '],
  [/(?<![\p{L}])hđnd ?[-–&,] ?(?:và )?ubnd(?![\p{L}])/gu, 'hội đồng nhân dân uỷ ban nhân dân'],
  [/(?<![\p{L}])vp(?![\p{L}])/gu, 'văn phòng'],
  [/(?<![\p{L}])(?:uỷ ban |ub ?)?(?:mttq|mặt trận tổ quốc)(?: ?vn| việt nam)?(?![\p{L}])/gu, 'uỷ ban mặt trận tổ quốc'],
  [/(?<![\p{L}])ubnd(?![\p{L}])/gu, 'uỷ ban nhân dân'],
  [/(?<![\p{L}])hđnd(?![\p{L}])/gu, 'hội đồng nhân dân'],
  [/(?<![\p{L}])thcs(?![\p{L}])/gu, 'trung học cơ sở'],
  [/(?<![\p{L}])thpt(?![\p{L}])/gu, 'trung học phổ thông'],
  [/(?<![\p{L}])ptdt ?bt(?![\p{L}])/gu, 'phổ thông dân tộc bán trú'],
  [/(?<![\p{L}])ptdt ?nt(?![\p{L}])/gu, 'phổ thông dân tộc nội trú'],
  [/(?<![\p{L}])th ?& ?trung học cơ sở/gu, 'tiểu học và trung học cơ sở'],
  [/(?<![\p{L}])th(?![\p{L}])/gu, 'tiểu học'],
  [/(?<![\p{L}])mn(?![\p{L}])/gu, 'mầm non'],
  [/(?<![\p{L}])tdp(?![\p{L}])/gu, 'tổ dân phố'],
  [/(?<![\p{L}])(?:tyt)(?![\p{L}])/gu, 'trạm y tế'],
  [/(?<![\p{L}])(?:hpn|hội lhpn|hội liên hiệp phụ nữ)(?![\p{L}])/gu, 'hội phụ nữ'],
  [/(?<![\p{L}])(?:hnd)(?![\p{L}])/gu, 'hội nông dân'],
  [/(?<![\p{L}])(?:hccb|hội ccb)(?![\p{L}])/gu, 'hội cựu chiến binh'],
  [
    /(?<![\p{L}])(?:đtn|đoàn tn|đoàn tncs(?: ?hồ chí minh| ?hcm)?|đoàn thanh niên cộng sản(?: ?hồ chí minh| ?hcm)?)(?![\p{L}])/gu,
    'đoàn thanh niên',
  ],
  [/(?<![\p{L}])ca xã(?![\p{L}])/gu, 'công an xã'],
  [/[-–&/]/g, ' '],
];
const FILLERS = /(?<![\p{L}])(?:trường|và|của|đơn vị|cơ quan|tên)(?![\p{L}])/gu;
/** A place the commune's name can stand behind: `Trạm Y tế xã Ta Ma` = `Trạm Y tế`. */
const COMMUNE = /(?<=\S.*)(?<![\p{L}])(?:xã|thị trấn|phường)(?![\p{L}]).*$/u;
/** The words for a village differ by region. */
const VILLAGE = new RegExp(`^(?:${VILLAGE_OPENING}) `, 'u');
const MAX_TEXT = 200;

/** Longest form of a unit's name for comparing. */
function longForm(text: string): string {
  let long = foldKey(text.slice(0, MAX_TEXT).replace(/[_]+/g, ' '));
  for (const [short, full] of LONG_FORMS) long = long.replace(short, full);
  return long.replace(/\s+/g, ' ').trim();
}

/** One key for the ways to spell a name, abbreviations written out: names with different words have different keys. */
export function spelledOut(name: string): string {
  return squashKey(longForm(name));
}

/** Keys of a text from the most exact to the loosest; each is tried only when the key before finds nothing. */
function keysOf(text: string): readonly string[] {
  const long = longForm(text);
  const short = long.replace(FILLERS, ' ').replace(/\s+/g, ' ').trim();
  const local = short.replace(COMMUNE, '').trim();
  return [squashKey(text), squashKey(long), squashKey(short), squashKey(local), squashKey(local.replace(VILLAGE, ''))];
}

interface Name {
  readonly unit: RegisterUnit;
  readonly long: string;
  /** `long` word by word without diacritics. */
  readonly bare: string;
  /** The name as it is written, the same way. */
  readonly plain: string;
}

/** A register prepared once: names by their keys at each step of looseness, with and without diacritics. */
interface Prepared {
  readonly names: readonly Name[];
  readonly steps: readonly ReadonlyMap<string, ReadonlySet<RegisterUnit>>[];
  readonly bareSteps: readonly ReadonlyMap<string, ReadonlySet<RegisterUnit>>[];
  /** Cache of earlier answers. */
  readonly answers: Map<string, RegisterUnit | null>;
}

const MAX_ANSWERS = 5_000;
const prepared = new WeakMap<Register, Prepared>();

function prepare(register: Register): Prepared {
  const known = prepared.get(register);
  if (known) return known;
  const written = register.flatMap((unit) => [unit.name, ...unit.otherNames].map((text) => ({ unit, text })));
  const keyed = written.map(({ unit, text }) => ({ unit, keys: keysOf(text) }));
  const made: Prepared = {
    names: written.map(({ unit, text }) => ({
      unit,
      long: longForm(text),
      bare: bareWords(text),
      plain: plainWords(text),
    })),
    steps: [0, 1, 2, 3, 4].map((step) => unitsByKey(keyed, (keys) => keys[step] ?? '')),
    bareSteps: [0, 1, 2, 3].map((step) => unitsByKey(keyed, (keys) => bareKey(keys[step] ?? ''))),
    answers: new Map(),
  };
  prepared.set(register, made);
  return made;
}

function unitsByKey(
  keyed: readonly { readonly unit: RegisterUnit; readonly keys: readonly string[] }[],
  keyOf: (keys: readonly string[]) => string,
): ReadonlyMap<string, ReadonlySet<RegisterUnit>> {
  const found = new Map<string, Set<RegisterUnit>>();
  for (const { unit, keys } of keyed) {
    const key = keyOf(keys);
    found.set(key, (found.get(key) ?? new Set()).add(unit));
  }
  return found;
}

function bareWords(text: string): string {
  return longForm(text).split(' ').map(bareKey).join(' ');
}

function plainWords(text: string): string {
  return foldKey(text.slice(0, MAX_TEXT))
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => bareKey(word))
    .filter((word) => word !== '')
    .join(' ');
}

/**
 * The unit a text means; null when none or more than one fits. A text equal to a name wins over all looser likeness.
 */
export function matchUnit(text: string, register: Register): RegisterUnit | null {
  const known = prepare(register);
  const key = text.slice(0, MAX_TEXT);
  const before = known.answers.get(key);
  if (before !== undefined) return before;
  const answer = lookUp(key, known);
  if (known.answers.size >= MAX_ANSWERS) known.answers.clear();
  known.answers.set(ownText(key), answer);
  return answer;
}

function lookUp(text: string, { steps, bareSteps }: Prepared): RegisterUnit | null {
  const keys = keysOf(text);
  for (const [step, units] of steps.entries()) {
    const key = keys[step] ?? '';
    // The bare place name ("Nà Đắng") needs some length: "1", "A" are no names.
    const found = key.length < (step === 4 ? 3 : 1) ? undefined : units.get(key);
    if (found) return onlyOf(found);
  }
  for (const [step, units] of bareSteps.entries()) {
    const key = bareKey(keys[step] ?? '');
    const found = key.length < 4 ? undefined : units.get(key);
    if (found) return onlyOf(found);
  }
  return null;
}

function onlyOf(units: ReadonlySet<RegisterUnit>): RegisterUnit | null {
  const [only] = units;
  return only && units.size === 1 ? only : null;
}

/** A unit's name found as a whole inside a longer text (a title, a file name); null when none or several are. */
export function unitInside(text: string, register: Register): RegisterUnit | null {
  const long = ` ${longForm(text)} `;
  return longestOf(prepare(register).names.filter((name) => name.long.length >= 4 && long.includes(` ${name.long} `)));
}

/** Excel truncates the names of sheets; a name shorter than this was not truncated. */
const LEAST_CUT = 22;

/** The one unit whose name begins with a text that was cut, a running number before it left out. */
export function unitCut(text: string, register: Register): RegisterUnit | null {
  const start = squashKey(text.replace(/^\d{1,3}[.)\s-]+/, ''));
  if (text.length < LEAST_CUT) return null;
  const found = register.filter(({ name, otherNames }) =>
    [name, ...otherNames].some((text) => squashKey(text).startsWith(start)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** "Bản Nà Đắng 2" holds "Bản Nà Đắng": the longest name counts when it holds all the others. */
function longestOf(found: readonly Name[]): RegisterUnit | null {
  const [longest] = [...found].sort((a, b) => b.long.length - a.long.length);
  const holdsAll = longest && found.every(({ unit, bare }) => unit === longest.unit || holds(longest.bare, bare));
  return holdsAll ? longest.unit : null;
}

function holds(longer: string, shorter: string): boolean {
  return longer.length > shorter.length && longer.includes(shorter);
}

/** Name of a file without folder and extension, words parted by spaces. */
export function fileTitle(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name.replace(/\.[A-Za-z]{2,5}$/, '');
}

/** Name of a report's unit: the register's, else the text in the sheet, else the file's name without extension. */
export function unitName(report: Report, register: Register | null): string {
  const title = fileTitle(report.file);
  if (register) {
    const known = report.unit ? matchUnit(report.unit.text, register) : matchFile(title, register);
    if (known) return known.name;
  }
  return report.unit?.text ?? title;
}

/** The unit a file's name tells: the whole of it, or inside it. */
export function matchFile(title: string, register: Register): RegisterUnit | null {
  const words = title.replace(/[_.]+/g, ' ').replace(/(?<=[\p{L}])-(?=[\p{L}])/gu, ' ');
  return matchUnit(words, register) ?? unitInside(words, register) ?? unitInsideBare(words, register);
}

/** File names often carry no diacritics: `bao-cao-ban-na-dang.xlsx`. */
function unitInsideBare(text: string, register: Register): RegisterUnit | null {
  // Abbreviations are known by their diacritics: without them the words are compared as they stand too.
  const all = [` ${bareWords(text)} `, ` ${plainWords(text)} `];
  const isInside = (name: string): boolean => name.length >= 6 && all.some((words) => words.includes(` ${name} `));
  return longestOf(prepare(register).names.filter(({ bare, plain }) => isInside(bare) || isInside(plain)));
}
