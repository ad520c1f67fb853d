/**
 * How a value of a movement is written into a cell of the dossier and read back: a value, or one sentence on what to
 * write there.
 */

import { formatNumber, fromPoints } from '../base/quantity/points.ts';
import type { Result } from '../base/result.ts';
import { foldKey } from '../base/text/text.ts';
import { readDate } from '../sheet/grid/date.ts';
import type { CellStyle, NewValue } from '../sheet/workbook/port.ts';
import { DATE, dateValue, FIGURE, numberValue, POINTS, TEXT, textValue } from '../sheets/council/look.ts';
import { clauses, exactNumber, notUnderstood, readNumber, readPoints, understood } from './words.ts';

/** Content of a cell; codecs read a blank cell as null. */
export interface CellContent {
  /** NFC, as typed; of a number its digits. */
  readonly text: string;
  readonly number: number | null;
  readonly date1904: boolean;
}

export interface Codec<T> {
  readonly write: (value: T) => NewValue;
  readonly read: (content: CellContent | null) => Result<T>;
  readonly style: CellStyle;
  /** All that may stand there. */
  readonly options?: readonly string[];
  /** Several may stand there, each in a line. */
  readonly several?: true;
}

/** Text format: `1.10` stays what it is when somebody types it. */
const AS_TEXT: CellStyle = { ...TEXT, numberFormat: '@' };
const BLANK: NewValue = { kind: 'empty' };

/** '' when blank. */
export const text: Codec<string> = {
  write: (value) => textValue(value),
  read: (content) => understood(content?.text ?? ''),
  style: AS_TEXT,
};

/** Must be there; `pattern` when it has to have a form, `example` then says which. */
export function needed(what: string, pattern?: RegExp, example = ''): Codec<string> {
  return {
    ...text,
    read: (content) => {
      if (content === null) return notUnderstood(`Thiếu ${what}.`);
      const value = pattern ? content.text.trim() : content.text;
      return pattern && !pattern.test(value)
        ? notUnderstood(`“${value}” không dùng làm ${what} được: ghi như ${example}.`)
        : understood(value);
    },
  };
}

export const textOrNull: Codec<string | null> = {
  ...text,
  write: textValue,
  read: (content) => understood(content?.text ?? null),
};

export const textOrNone: Codec<string | undefined> = {
  ...text,
  write: (value) => textValue(value ?? null),
  read: (content) => understood(content?.text),
};

/** An item on each line. */
export function lines<T>(write: (item: T) => string, read: (line: string) => Result<T>): Codec<T[]> {
  return {
    write: (items) => textValue(items.map((item) => write(item).replace(/\s*\n\s*/g, ' ')).join('\n')),
    read: (content) => {
      const items: T[] = [];
      for (const line of clauses(content?.text ?? '', '\n')) {
        const item = read(line);
        if (!item.ok) return item;
        items.push(item.value);
      }
      return understood(items);
    },
    style: AS_TEXT,
  };
}

/** Plain lines; quotation marks mean nothing in them. */
export const texts: Codec<string[]> = {
  ...lines<string>(
    (item) => item,
    (line) => understood(line),
  ),
  read: (content) =>
    understood(
      (content?.text ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
};

export const textsOrNone: Codec<string[] | undefined> = {
  ...texts,
  write: (items) => texts.write(items ?? []),
  read: (content) => (content === null ? understood(undefined) : texts.read(content)),
};

/** A word of a list; `blank` is the meaning of an empty cell, without it the cell must be filled in. */
export function choice<K extends string>(names: Readonly<Record<K, string>>, blank?: NoInfer<K>): Codec<K> {
  const keys = Object.keys(names) as K[];
  const options = keys.map((key) => names[key]);
  const sentence = `Ghi một trong: ${options.join('; ')}.`;
  return {
    write: (key) => textValue(names[key]),
    read: (content) => {
      if (content === null) return blank === undefined ? notUnderstood(sentence) : understood(blank);
      const written = foldKey(content.text);
      const key = keys.find((key) => foldKey(names[key]) === written);
      return key === undefined
        ? notUnderstood(`“${content.text}” không có trong danh sách. ${sentence}`)
        : understood(key);
    },
    style: AS_TEXT,
    options,
  };
}

/** Blank = null. */
export function orNull<T>(codec: Codec<T>): Codec<T | null> {
  return {
    ...codec,
    write: (value) => (value === null ? BLANK : codec.write(value)),
    read: (content) => (content === null ? understood(null) : codec.read(content)),
  };
}

/** Blank = undefined. */
export function orNone<T>(codec: Codec<T>): Codec<T | undefined> {
  return {
    ...codec,
    write: (value) => (value === undefined ? BLANK : codec.write(value)),
    read: (content) => (content === null ? understood(undefined) : codec.read(content)),
  };
}

/** Nothing in the list = undefined. */
export function someOrNone<T>(codec: Codec<T[]>): Codec<T[] | undefined> {
  return {
    ...codec,
    write: (items) => (items === undefined ? BLANK : codec.write(items)),
    read: (content) => {
      const read = codec.read(content);
      return read.ok && read.value.length === 0 ? understood(undefined) : read;
    },
  };
}

const WORDS_OF_YES = { yes: 'Có', no: 'Không' } as const;

export function yesNo(blank: boolean): Codec<boolean> {
  const words = choice(WORDS_OF_YES, blank ? 'yes' : 'no');
  return {
    ...words,
    write: (value) => words.write(value ? 'yes' : 'no'),
    read: (content) => {
      const read = words.read(content);
      return read.ok ? understood(read.value === 'yes') : read;
    },
  };
}

export const number: Codec<number> = {
  write: numberValue,
  read: (content) => {
    const value = content === null ? null : (content.number ?? readNumber(content.text));
    return value === null ? notUnderstood('Ghi một con số; phần lẻ sau dấu phẩy.') : understood(value);
  },
  style: { ...FIGURE, numberFormat: 'General' },
};

/** As text, `20 %`: a number in a percent format would read as its hundredth. */
export const percent: Codec<number> = {
  write: (value) => textValue(`${formatNumber(value, 6)} %`),
  read: (content) => {
    const value = content === null ? null : (content.number ?? readNumber(content.text.replace(/\s*%\s*$/, '')));
    if (value === null || value <= 0 || value > 100) return notUnderstood('Ghi một tỷ lệ, ví dụ 20 %.');
    return content?.number !== null && value <= 1
      ? notUnderstood(
          `${formatNumber(value, 6)} có thể là ${formatNumber(value * 100, 4)} %: ghi cả dấu %, ví dụ 20 %.`,
        )
      : understood(value);
  },
  style: AS_TEXT,
};

export const whole: Codec<number> = {
  ...number,
  read: (content) => {
    const read = number.read(content);
    return !read.ok || Number.isInteger(read.value)
      ? read
      : notUnderstood(`Ghi số nguyên, không phải ${formatNumber(read.value, 6)}.`);
  },
};

/** Hundredths. */
export const points: Codec<number> = {
  write: (value) => numberValue(fromPoints(value)),
  read: (content) => {
    const value =
      content === null ? null : readPoints(content.number === null ? content.text : exactNumber(content.number));
    return value === null ? notUnderstood('Ghi số điểm, nhiều nhất hai chữ số sau dấu phẩy.') : understood(value);
  },
  style: POINTS,
};

/** ISO day. */
export const date: Codec<string> = {
  write: dateValue,
  read: (content) => {
    const day = content === null ? null : readDate(content.number ?? content.text, content.date1904);
    return day === null ? notUnderstood('Ghi ngày như 31/12/2026.') : understood(day);
  },
  style: DATE,
};

export interface ListedCode {
  readonly code: string;
  readonly name: string;
}

/**
 * A code of another sheet, shown by its name where the name leaves no doubt; what is unknown stays as written, for the
 * validator to name.
 */
export function reference(items: readonly ListedCode[]): Codec<string> {
  const codes = new Set(items.map(({ code }) => code));
  const byName = new Map<string, string[]>();
  for (const { code, name } of items) byName.set(foldKey(name), [...(byName.get(foldKey(name)) ?? []), code]);
  const labels = new Map(
    items.map(({ code, name }) => {
      const isPlain = name.trim() === name && name !== '' && !/\n/.test(name) && !codes.has(name);
      return [code, isPlain && byName.get(foldKey(name))?.length === 1 ? name : code] as const;
    }),
  );
  const read = (written: string): Result<string> => {
    if (codes.has(written)) return understood(written);
    const [code, other] = byName.get(foldKey(written)) ?? [];
    return other === undefined
      ? understood(code ?? written)
      : notUnderstood(`“${written}” là tên chung của nhiều dòng: ghi mã, ví dụ ${code}.`);
  };
  return {
    write: (code) => textValue(labels.get(code) ?? code),
    read: (content) => (content === null ? notUnderstood('Chọn một mục trong danh sách.') : read(content.text.trim())),
    style: AS_TEXT,
  };
}

/** Several of them, one per line. */
export function references(items: readonly ListedCode[]): Codec<string[]> {
  const codec = reference(items);
  return {
    write: (codes) =>
      textValue(
        codes
          .map((code) => codec.write(code))
          .map((value) => (value.kind === 'text' ? value.text : ''))
          .join('\n'),
      ),
    read: (content) => {
      const found: string[] = [];
      for (const line of (content?.text ?? '').split('\n')) {
        if (line.trim() === '') continue;
        const read = codec.read({ text: line, number: null, date1904: false });
        if (!read.ok) return read;
        found.push(read.value);
      }
      return understood(found);
    },
    style: AS_TEXT,
    several: true,
  };
}
