/** Labels of a plan's parts: `I.`, `A.`, `Chương I`, `Mục 1`, `Điều 2.`, `Điều chỉnh 3.`, `1/`, `2.2.1.`, `a)`, and the marks of list items. */

/** heading = a heading in capitals that has no label. */
type LabelKind = 'heading' | 'part' | 'division' | 'roman' | 'upper' | 'article' | 'number' | 'letter' | 'bullet';

export interface Label {
  readonly kind: LabelKind;
  /** As it stands in a path: `III`, `2.2.1`, `b`; '' for a bullet. */
  readonly name: string;
  /** Order among its kind: the parts of a number, the rank of a letter. */
  readonly order: readonly number[];
  readonly start: number;
  /** Where the words behind it start. */
  readonly end: number;
}

/** `Phần thứ nhất` … `Phần thứ mười`, in small letters or capitals. */
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
/** Old fonts leave capitals and small letters mixed: `NHấT`. */
const ORDINAL_WORDS = ORDINALS.map((word) =>
  [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join(''),
).join('|');

const LABEL = new RegExp(
  [
    String.raw`(?<article>(?:Điều|ĐIỀU)(?<changing> chỉnh| CHỈNH)? (?<articleNo>\d{1,3})(?: ?[.:]|(?= [A-ZĐÀ-Ỹ])))`,
    String.raw`(?<part>(?:P[Hh][Ầầ][Nn]|C[Hh][Ưư][Ơơ][Nn][Gg]) (?:[Tt][Hh][Ứứ] )?(?<partNo>[IVXL]+|[A-H]|\d{1,2}|${ORDINAL_WORDS})(?![\p{L}\d])(?: ?[.:/)-])?)`,
    String.raw`(?<division>M[Ụụ][Cc] (?<divisionNo>[IVX]+|\d{1,2})(?: ?[.:]|(?= \p{Lu})|$))`,
    String.raw`(?<appendix>P[Hh][Ụụ] [Ll][Ụụ][Cc](?: (?:số )?(?<appendixNo>[IVX]+|\d{1,2}))?(?=[ .:]|$)(?! kèm)|(?:BIỂU|BẢNG)(?= CHỈ TIÊU(?: |$)))`,
    String.raw`(?<roman>[IVX]{1,5}) ?(?:[.)/:]|[-–] ?(?=\p{Lu}))`,
    String.raw`(?<upper>[A-HĐ]) ?(?:[.)/]|[-–] ?(?=\p{Lu}{2}))(?!\p{Lu}{0,2}\.)`,
    String.raw`\(?(?<number>\d{1,2}(?:\.\d{1,2}){1,4}(?=(?:\.?[)/]?|[-–])(?: |\p{L}))|\d{1,2}(?= ?[.)/](?!\d)|[-–] ?\p{Lu}|[-–] [\d\p{Ll}]))(?: ?[.)/]|[-–](?= ?\p{Lu}| [\d\p{Ll}]))?`,
    String.raw`(?<letter>[a-zđ]) ?(?:\)|[./](?![a-zđ]\.)|[-–](?: ?(?=[\p{Lu}\d“≥])| (?=\p{Ll}{2})))`,
    String.raw`(?<bullet>[-–—+•●▪◦*➢►✓·](?![\d.,]+[%)])) ?(?! )`,
  ].join('|'),
  'uy',
);

const LETTERS = 'abcdđefghijklmnopqrstuvxy';
const UPPERS = 'ABCDĐEFGH';

/** The label at a place of the text; null = none. outline.ts decides whether it is meant as a label. */
export function labelAt(text: string, at: number): Label | null {
  LABEL.lastIndex = at;
  const match = LABEL.exec(text);
  if (!match?.groups) return null;
  const {
    article,
    changing = '',
    articleNo,
    part,
    partNo,
    division,
    divisionNo,
    appendix,
    appendixNo,
    roman,
    upper,
    number,
    letter,
  } = match.groups;
  const make = (kind: LabelKind, name: string, order: readonly number[]): Label => {
    const end = at + match[0].length;
    return { kind, name, order, start: at, end: text[end] === ' ' ? end + 1 : end };
  };
  if (article) return make('article', `Điều${changing.toLowerCase()} ${articleNo}`, [Number(articleNo)]);
  if (part) {
    const ordinal = ORDINALS.indexOf((partNo ?? '').toLowerCase()) + 1;
    if (ordinal > 0) return make('part', String(ordinal), [ordinal]);
    const rank = /^[A-H]$/.test(partNo ?? '') ? UPPERS.indexOf(partNo ?? '') + 1 : orderOf(partNo ?? '');
    return make('part', partNo ?? '', [rank]);
  }
  if (division) return make('division', divisionNo ?? '', [orderOf(divisionNo ?? '')]);
  if (appendix) return make('part', `PL${appendixNo ?? ''}`, [100 + orderOf(appendixNo ?? '')]);
  if (roman) return orderOf(roman) > 0 ? make('roman', roman, [orderOf(roman)]) : null;
  if (upper) return make('upper', upper, [UPPERS.indexOf(upper) + 1]);
  if (number && text[at] === '(') return make('bullet', '', []);
  if (number) return make('number', number, number.split('.').map(Number));
  if (letter) return make('letter', letter, [LETTERS.indexOf(letter) + 1]);
  return make('bullet', '', []);
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** `IV` → 4, `12` → 12, '' → 0. */
export function orderOf(numeral: string): number {
  if (/^\d*$/.test(numeral)) return Number(numeral);
  return [...numeral].reduce((sum, letter, at) => {
    const value = ROMAN[letter] ?? 0;
    return value < (ROMAN[numeral[at + 1] ?? ''] ?? 0) ? sum - value : sum + value;
  }, 0);
}
