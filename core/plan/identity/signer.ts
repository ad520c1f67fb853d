/** Who signs the plan: the lines above the name, and the name where it is printed. */

import type { PlanText } from '../layout/plan-text.ts';
import { NEXT_IN_CELL } from '../layout/written-grid.ts';

export interface PlanSigner {
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly authority: readonly string[];
  readonly name: string | null;
}

const AUTHORITY =
  /^(?:(?:TM|KT|TL|TUQ|Q)[./]\s?|T\/M[./]?\s?)?(?:(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|HIỆU TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG)|(?:ỦY|UỶ) BAN NHÂN DÂN|ĐẢNG ỦY|CHI BỘ|CHI ỦY|BAN CHẤP HÀNH|BAN CHỈ ĐẠO|HỘI ĐỒNG)(?:\s[\p{Lu}\s-]{2,40})?$/u;
const NAME = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,5}$/u;
/** A title before a name. */
const TITLED = /^(?:ThS|TS|CN|BS|KS)\.?\s/u;
const SIGNED = /đã ký|đã kí|ký tên|đóng dấu/iu;
/** Between two columns of a line. */
const APART = new RegExp(String.raw`\t|${NEXT_IN_CELL}| {4,}|\|`, 'u');
/** Lines from the first of the signature to the name. */
const LONGEST = 12;

/** The last signature of a plan's own text; null = none is found. */
export function signerIn({ lines }: PlanText): PlanSigner | null {
  const all = lines.flatMap(({ raw }) => raw.split(APART).map((words) => words.replace(/\s+/g, ' ').trim()));
  const filled = all.filter((words) => words !== '');
  const first = filled.findIndex(
    (words, at) => /^(?:(?:TM|KT|TL|TUQ)[./]|T\/M(?!\p{L}))/u.test(words) && AUTHORITY.test(words) && at > 3,
  );
  const start =
    first >= 0
      ? first
      : filled.findLastIndex((words, at) => /^(?:CHỦ TỊCH|HIỆU TRƯỞNG|BÍ THƯ)$/u.test(words) && at > 3);
  if (start < 0) return null;
  const authority: string[] = [];
  for (const words of filled.slice(start, start + LONGEST)) {
    if (AUTHORITY.test(words)) authority.push(words.replace(/\.\s*/u, '. '));
    else if (NAME.test(words.replace(TITLED, ''))) return { authority, name: words };
    else if (!SIGNED.test(words) && !/^[-–+(]|^Nơi nhận|[;:]$/u.test(words)) break;
  }
  return authority.length > 0 ? { authority, name: null } : null;
}
