/** Which rows of a form are its fields: not the sections above them, nor the parts below. */
import type { TableCell } from '../../table.ts';

export interface LabelledRow<T> {
  readonly label: string;
  readonly counts: T;
  /**
   * `section` = numbered I or A, `part` = 1.1 or a line of what is counted above, `plain` = numbered 1 or not at all.
   */
  readonly level: 'section' | 'part' | 'plain';
  /** 1, 2, 3 …; null without. */
  readonly number: number | null;
  /** How many lines over the whole width stand above it. */
  readonly under?: number;
}

/** By the number before the label, or at its beginning. */
export function levelOf(
  before: readonly (TableCell | undefined)[],
  label: string,
): Pick<LabelledRow<unknown>, 'level' | 'number'> {
  const [own = '', ...more] = before.map((cell) => cell?.text ?? '').filter((text) => text !== '');
  const text =
    own === '' || more.length > 0 ? (/^(?:\d+(?:\.\d+)*\.?|[IVX]{1,5}\.)(?=\s)/.exec(label)?.[0] ?? own) : own;
  if (/^(?:[IVX]{1,5}|[A-Z])[.)]?$/.test(text)) return { level: 'section', number: null };
  const isPart = /^(?:\d+(?:\.\d+)+\.?|[a-zđ][.)]?|[-–+•*])$/.test(text) || /^(?:[-–+•*]|trong đó)/iu.test(label);
  if (isPart) return { level: 'part', number: null };
  return { level: 'plain', number: /^\d{1,3}[.)]?$/.test(text) ? Number.parseInt(text, 10) : null };
}

interface Parts<T> {
  readonly fields: readonly LabelledRow<T>[];
  /** Rows without a number among numbered rows. */
  readonly doubtful: readonly LabelledRow<T>[];
  readonly sections: readonly LabelledRow<T>[];
  /** A number is left out: 1, 2, 4. */
  readonly gap: boolean;
}

export function partsOf<T>(rows: readonly LabelledRow<T>[]): Parts<T> {
  const plain = rows.filter(({ level }) => level === 'plain');
  const sections = rows.filter(({ level }) => level === 'section');
  const numbered = plain.filter(({ number }) => number !== null);
  // Sections alone, or parts without what they are parts of, are the rows themselves.
  if (plain.length === 0) {
    const own = sections.length > 0 ? sections : rows;
    return { fields: own, doubtful: [], sections: [], gap: false };
  }
  const fields = numbered.length === 0 ? plain : numbered;
  const gap = numbered.some(({ number }, at) => number !== 1 && number !== (numbered[at - 1]?.number ?? 0) + 1);
  return {
    fields,
    doubtful: numbered.length === 0 ? [] : plain.filter((row) => !numbered.includes(row)),
    sections,
    gap,
  };
}
