/**
 * Whom a quota is for, in the words of its column "Cho": a kind of subjects (`Tập thể`), or audiences by every name
 * under which the register would know them (`Thôn` for the movement's `Xóm`; `Xóm, trường học`).
 */
import type { Result } from '../base/result.ts';
import { foldKey } from '../base/text/text.ts';
import type { Audience, Quota } from '../movement/movement.ts';
import { audienceNamed } from '../report/register-audience.ts';
import * as codec from './codec.ts';
import type { CellFault, PlacedRow } from './table.ts';
import { QUOTA_KINDS } from './vocabulary.ts';
import { notUnderstood, understood } from './words.ts';

/** A kind of subjects, or the audiences that the cell names (their kinds, at least one). */
export type QuotaFor = Quota['kind'] | readonly string[];

/** The cell of the column "Cho"; refused in one sentence that lists what the movement has. */
export function quotaForCodec(audiences: readonly Audience[]): codec.Codec<QuotaFor> {
  const kinds = codec.choice(QUOTA_KINDS);
  const named = (text: string): readonly string[] => {
    const kind = audienceNamed(text, audiences);
    if (kind !== undefined) return [kind];
    const subject = SUBJECTS.find((name) => foldKey(QUOTA_KINDS[name]) === foldKey(text));
    return audiences.filter((audience) => audience.subject === subject).map(({ kind }) => kind);
  };
  return {
    ...kinds,
    write: (value) => {
      if (typeof value === 'string') return kinds.write(value);
      return codec.texts.write(value.map((kind) => audiences.find((audience) => audience.kind === kind)?.name ?? kind));
    },
    read: (content): Result<QuotaFor> => {
      const read = kinds.read(content);
      if (read.ok || content === null) return read;
      const whole = named(content.text);
      if (whole.length > 0) return understood(whole);
      const pieces = content.text.split(/[,;+\n]|\svà\s/u).map((piece) => piece.trim());
      const found = pieces.filter((piece) => piece !== '').map((piece) => ({ piece, kinds: named(piece) }));
      const unknown = found.find((item) => item.kinds.length === 0);
      if (unknown) return notUnderstood(unknownWords(unknown.piece, audiences));
      return understood([...new Set(found.flatMap((item) => item.kinds))]);
    },
  };
}

const SUBJECTS = ['collective', 'individual', 'household'] as const;

function unknownWords(text: string, audiences: readonly Audience[]): string {
  const names = audiences.map(({ name }) => name).join('; ');
  const kinds = Object.values(QUOTA_KINDS).join('; ');
  return `“${text}” không phải đối tượng nào của phong trào. Ghi một trong: ${kinds}; hoặc tên đối tượng: ${names}.`;
}

/**
 * A row with the quota's kind and audiences from both columns. Where they name audiences that do not fit each other, or
 * households beside others in a single number, the row cannot be used: null, with the fault at its cell.
 */
export function settledQuota<R extends { readonly kind: QuotaFor; readonly audiences?: string[] | undefined }>(
  { row, cellOf }: PlacedRow<R>,
  audiences: readonly Audience[],
  sheet: string,
  faults: CellFault[],
): PlacedRow<Omit<R, 'kind' | 'audiences'> & Pick<Quota, 'kind' | 'audiences'>> | null {
  const { kind, audiences: only, ...rest } = row;
  const settled = (found: Quota['kind'], own?: string[]) => ({
    row: { ...rest, kind: found, ...(own ? { audiences: own } : {}) },
    cellOf,
  });
  if (typeof kind === 'string') return settled(kind, only);
  const own = only ?? [...kind];
  const stray = own.find((audience) => !kind.includes(audience));
  const fault = (key: 'kind' | 'audiences', message: string) => {
    faults.push({ sheet, cell: cellOf(key), message });
    return null;
  };
  if (stray !== undefined) {
    const name = audiences.find((audience) => audience.kind === stray)?.name ?? stray;
    return fault('audiences', `“${name}” không thuộc đối tượng ghi ở cột “Cho”: bỏ trống một trong hai ô.`);
  }
  const subjects = new Set(audiences.filter((audience) => own.includes(audience.kind)).map(({ subject }) => subject));
  const [subject] = subjects;
  if (subject !== undefined && subjects.size === 1) return settled(subject, own);
  if (!subjects.has('household')) return settled('combined', own);
  return fault('kind', 'Hộ gia đình không tính chung một số với tập thể, cá nhân: ghi thành dòng riêng.');
}
