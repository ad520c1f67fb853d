/** A file of forms for each unit of a list: the form of its own audience, under a name any system takes. */
import { join } from 'node:path';
import { reportTemplate } from '../core/form/template.ts';
import { criteriaSetFor } from '../core/movement/criteria-set-for.ts';
import type { Movement } from '../core/movement/movement.ts';
import type { Period } from '../core/period/period.ts';
import type { Register } from '../core/report/register.ts';
import { markedBook } from '../core/sheets/own-mark.ts';
import { safeWrite } from './safe-write.ts';
import { refuse } from './usage-error.ts';

export interface FormFiles {
  readonly written: readonly string[];
  /** Units without a form: their audience is not scored in the period. */
  readonly without: readonly string[];
  /** Earlier files that were kept. */
  readonly kept: readonly string[];
}

/** Writes them into the folder; files of ours that nobody touched are written anew, others are kept beside. */
export function writeFormFiles(
  folder: string,
  units: Register,
  { movement, period }: { readonly movement: Movement; readonly period: Period },
  isInput: (path: string) => boolean,
): FormFiles {
  const written: string[] = [];
  const without: string[] = [];
  const kept: string[] = [];
  const taken = new Set<string>();
  for (const { name, audience } of units) {
    const set = criteriaSetFor(movement, audience, period);
    if (!set) {
      without.push(name);
      continue;
    }
    const file = `${freeName(name, taken)}.xlsx`;
    const form = reportTemplate({ movement, set, audience, period, unit: name.normalize('NFC').trim() });
    const book = markedBook([form], 'form');
    if (!book.ok) return refuse(book.refusal.message);
    const saved = safeWrite(join(folder, file), book.value, isInput);
    written.push(file);
    if (saved.kept !== null) kept.push(saved.kept);
  }
  return { written, without, kept };
}

/** The unit's name without what no file system takes; a number behind it when it is taken. */
function freeName(unit: string, taken: Set<string>): string {
  const plain = unit
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  const base = /^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(plain) ? `Đơn vị ${plain}`.trim() : plain;
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base} (${number})`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
