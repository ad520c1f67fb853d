/**
 * Splits a plan's words on how to score a criterion into clauses: a clause for each step, formula or deduction. Lines,
 * semicolons, bullets and full stops separate clauses; so does a comma between two clauses that both mention points.
 */
import { nfc } from '../../base/text/text.ts';

/** No rule is longer. */
const LONGEST = 2000;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
/** Behind points a capital or a sign begins the next clause, where lines were run together. */
const RUN_ON = /(?<=\d ?(?:điểm|đ)|[Đđ]iểm tối đa|[Đđ]ủ điểm|không (?:tính|chấm|được|có) điểm) +(?=\p{Lu}|[≥≤<>•])/gu;
const BULLET = /(^|[\n;]) *[-+•▪●] *(?=[^\d\s])|(?<=điểm|\d ?đ|tối đa) [-+•▪●] +(?=\p{L}|[≥≤<>])/giu;
const BREAK = /\n+|;|(?<=[\p{L}\d)%])\.(?= +[\p{Lu}\d])/gu;
const COMMA =
  /(?<=\d(?: ?%)?(?: ?(?:điểm|đ))?|điểm tối đa|đủ điểm), +|, +(?=(?:\p{L}[^\d,;]{0,40} )?\d[\d,]* ?(?:điểm|đ) ?\/)|, +(?=(?:nhưng |và )?(?:tối đa|không quá|tổng(?: (?:số )?điểm)?|cứ|mỗi|từ lần) )|, +(?=\d{1,3}(?:,\d{1,2})? ?điểm (?:nếu|khi|đối với) )| +(?=nhưng (?:tối đa |không (?:vượt )?quá ))/giu;
/** `(tối đa 10 điểm)` is a clause of its own. */
const IN_BRACKETS = /\(((?:nhưng )?(?:tối đa|không quá|nếu không (?:phát sinh|có|được giao))[^()]{0,60})\)/giu;
/** `(a: số hộ có mã QR, b: tổng số hộ)`: each name begins a clause. */
const NEXT_NAME = /[,(] ?(?:trong đó:? )?(?=[a-dxyn] ?(?:[:=]|là )\s?\p{L}{2})/giu;
/** `(không vượt quá điểm tối đa)`: every rule holds to that. */
const NO_MORE_THAN_ALL =
  /[,;(]?\s*(?:nhưng )?(?:không|chưa) (?:được )?(?:vượt|quá|vượt quá) (?:số )?điểm (?:tối đa|chuẩn)\)?/giu;
const SAYS_POINTS =
  /\d|không (?:tính|chấm|được|có) điểm|theo tỷ lệ|tương ứng|đủ điểm|điểm tối đa|trừ hết|trừ toàn bộ/iu;
const INTRODUCES =
  /^(?:trong đó|cách (?:tính|chấm|xác định)(?: và (?:tính|chấm))?(?: điểm)?|cụ thể|như sau|gồm|bao gồm|mức điểm)(?: như sau)?:?$/iu;

/** `Tính theo công thức: …`: the formula stands behind it. */
const FORMULA_NEXT =
  /^lấy (?=tỷ lệ|số|tổng số)|^(?:(?:được )?(?:chấm|tính)(?: điểm)? )?theo tỷ lệ (?=số )|^(?:cách )?(?:(?:được )?(?:tính|chấm|xác định)(?: điểm)?)? ?(?:theo|bằng) công thức(?: sau)?:?\s*|^công thức(?: tính)?(?: điểm)?:\s*/iu;

/** The clauses in their order, without bullets and closing marks; [] = nothing, or too long to be a rule. */
export function ruleClauses(text: string): readonly string[] {
  if (text.length > LONGEST) return [];
  return plainWords(text)
    .replace(NO_MORE_THAN_ALL, '')
    .replace(IN_BRACKETS, '\n$1\n')
    .replace(NEXT_NAME, '\n')
    .replace(RUN_ON, '\n')
    .replace(BULLET, '\n')
    .split(BREAK)
    .flatMap((clause) => partedByCommas(clause))
    .map((clause) =>
      clause
        .replace(/^[\s•▪●+–,.]+/u, '')
        .replace(FORMULA_NEXT, '')
        .replace(/[\s.,;]+$/u, ''),
    )
    .filter((clause) => clause !== '' && !INTRODUCES.test(clause));
}

/** One kind of dash, times and division sign, one space; `tỉ lệ` as `tỷ lệ`, `Điểmtốiđa` as `Điểm tối đa`. */
function plainWords(text: string): string {
  return nfc(text)
    .replace(INVISIBLE, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[×✕✖∗＊]/gu, '*')
    .replace(/ nhân (?:với )?(?=(?:số )?điểm|\d|tỷ lệ)/giu, ' * ')
    .replace(/÷| trên (?=tổng số )/gu, '/')
    .replace(/≧|>=|=>/gu, '≥')
    .replace(/≦|<=|=</gu, '≤')
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/t[ỉỷ] lệ/giu, (words) => (words.startsWith('T') ? 'Tỷ lệ' : 'tỷ lệ'))
    .replace(/\s*\((\d{1,4}(?:,\d{1,2})?) ?(?:điểm|đ)\)/giu, ': $1 điểm')
    .replace(/(đ)iểm ?t[ốô]i ?đa/giu, '$1iểm tối đa')
    .trim();
}

function partedByCommas(clause: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const comma of clause.matchAll(COMMA)) {
    const before = clause.slice(from, comma.index);
    const behind = clause.slice(comma.index + comma[0].length);
    if (!SAYS_POINTS.test(before) || !SAYS_POINTS.test(behind)) continue;
    pieces.push(before);
    from = comma.index + comma[0].length;
  }
  return [...pieces, clause.slice(from)];
}
