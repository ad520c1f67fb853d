/**
 * Kinds of documents that start a movement, with their code in a document number (`03/CT-UBND`), by Nghị định
 * 30/2020/NĐ-CP (Phụ lục III) and Hướng dẫn 36-HD/VPTW. '' = the number has no code for the kind (a letter); null = the
 * document has no number (a call, a pledge, a village's own rules, what is issued by a decision).
 */
const CODES = {
  'Kế hoạch': 'KH',
  'Chỉ thị': 'CT',
  'Quyết định': 'QĐ',
  'Nghị quyết': 'NQ',
  'Hướng dẫn': 'HD',
  'Chương trình': 'CTr',
  'Đề án': 'ĐA',
  'Phương án': 'PA',
  'Dự án': 'DA',
  'Thông báo': 'TB',
  'Thông tri': 'TT',
  'Kết luận': 'KL',
  'Công điện': 'CĐ',
  'Công văn': '',
  'Quy chế': null,
  'Quy định': null,
  'Điều lệ': null,
  'Thể lệ': null,
  'Nội quy': null,
  'Quy ước': null,
  'Hương ước': null,
  'Lời phát động': null,
  'Bài phát động': null,
  'Lời kêu gọi': null,
  'Thư kêu gọi': null,
  'Thư ngỏ': null,
  'Giao ước': null,
  'Giao ước thi đua': null,
  'Bản giao ước': null,
  'Bản cam kết': null,
} as const satisfies Readonly<Record<string, string | null>>;

export type DocumentKind = keyof typeof CODES;

export const DOCUMENT_KINDS = Object.keys(CODES) as readonly DocumentKind[];

/**
 * A document as papers cite it, from its title ("Chỉ thị về việc …"; a title that names no kind is a plan's): `Chỉ thị
 * số 03/CT-UBND`, `Kế hoạch số …/KH-UBND` with `blank` for an unknown number, `Lời phát động`.
 */
export function citedDocument(
  title: string,
  number: string | null,
  blank: string,
): { readonly named: string; readonly about: string } {
  const found = DOCUMENT_KINDS.findLast((kind) => title.startsWith(`${kind} `));
  const kind = found ?? 'Kế hoạch';
  const about = found ? title.slice(found.length + 1) : title;
  const code = CODES[kind];
  const unknown = code === null ? null : `${blank}/${code === '' ? '' : `${code}-`}UBND`;
  const written = number ?? unknown;
  return {
    named: written === null ? kind : `${kind} số ${written}`,
    about: about.replace(/^(?:v\/v|về việc|về) /iu, ''),
  };
}
