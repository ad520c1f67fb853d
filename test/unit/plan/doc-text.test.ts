/**
 * Text of a .doc: line by line that of the .docx it was made from; an unreadable file is refused with a sentence,
 * whatever is in it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { docText } from '../../../core/plan/file/doc/doc-text.ts';
import { docxText } from '../../../core/plan/file/docx-text.ts';
import { NEXT_IN_CELL } from '../../../core/plan/layout/written-grid.ts';
import { featuresDocx, numberedDocx } from '../../fixtures/numbered-docx.ts';
import { random } from '../../fixtures/random.ts';
import { processorTime } from '../processor-time.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const doc = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, 'plans-doc', `${name}.doc`)));
/** `MUTANTS=20000 npx vitest …` for more of them. */
const ROUNDS = Number(process.env.MUTANTS ?? 1500);
const PLANS = ['trung-khanh-2026', 'dai-dai-2026', 'phuong-tien-2026'];

function lines(read: ReturnType<typeof docText>): readonly string[] {
  if (!read.ok) throw new Error(read.reason);
  return read.value.split('\n');
}

describe('text of a .doc', () => {
  it.each(PLANS)('of %s is that of its .docx, automatic numbers and all', (name) => {
    const text = readFileSync(join(FIXTURES, 'plans', `${name}.txt`), 'utf8');
    const read = lines(docText(doc(name)));
    expect(read).toEqual(lines(docxText(numberedDocx(text))));
    expect(extractPlan(read.join('\n')).targets).toHaveLength(extractPlan(text).targets.length);
  });

  it('has numbers inside numbers, tables, fields, changes and the ư of old fonts', () => {
    const [dieu, ...rest] = lines(docText(doc('features')));
    expect([dieu, ...rest]).toEqual([
      'Điều 4. Đối tượng',
      '4.1. Tập thể',
      'a) thôn',
      '',
      'c) trường học',
      'Điều 5. Chỉ tiêu',
      '5.1. Hồ sơ',
      'a) bắt đầu lại',
      'Đạt 80% hồ sơ',
      'hiện',
      'dòng dưới',
      'chữ của liên kết và sau',
      'Số 13-NQ/ĐU\tbên phải',
      'giảipháp',
      'MỤC TIÊU đạt 85% hộ, 20 m2 hoa',
      'TT\tChỉ tiêu\tMức',
      `1\tHồ sơ trực tuyến${NEXT_IN_CELL}toàn trình\t≥ 80%`,
      '2\t\tKhông quá 5',
      expect.stringContaining('ph\u00ad\u00eang'),
      'Nơi nhận: Lưu VT',
    ]);
    expect(lines(docxText(featuresDocx())).filter((line) => !line.includes('\u00b5'))).toEqual(
      [dieu, ...rest].filter((line) => !line?.includes('\u00b5')),
    );
  });
});

/** Place of the head of the Word stream in a file of LibreOffice's. */
const headOf = (bytes: Uint8Array): number => {
  for (let at = 512; at < bytes.length; at += 64) if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return at;
  throw new Error('no head');
};

function changed(name: string, change: (bytes: Uint8Array, head: number) => void): ReturnType<typeof docText> {
  const bytes = doc(name);
  change(bytes, headOf(bytes));
  return docText(bytes);
}

describe('a .doc that cannot be read', () => {
  it.each([
    [
      'with a password',
      (bytes: Uint8Array, head: number) => bytes.set([(bytes[head + 11] ?? 0) | 1], head + 11),
      /mật khẩu/,
    ],
    ['of Word 95', (bytes: Uint8Array, head: number) => bytes.set([104, 0], head + 2), /Word 6 hoặc Word 95/],
    ['of Word 6', (bytes: Uint8Array, head: number) => bytes.set([0xdc, 0xa5], head), /Word 6 hoặc Word 95/],
    ['that is no Word', (bytes: Uint8Array, head: number) => bytes.set([0, 0], head), /không phải văn bản Word/],
    [
      'with its pieces gone',
      (bytes: Uint8Array, head: number) => bytes.set([0xff, 0xff, 0xff], head + 0x1a2),
      /bị hỏng/,
    ],
    [
      'with endless text',
      (bytes: Uint8Array, head: number) => bytes.set([0xff, 0xff, 0xff, 0xff], head + 76),
      /bị hỏng/,
    ],
  ] as const)('%s is one sentence', (_what, change, reason) => {
    const read = changed('features', change);
    expect(read).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('never throws, hangs or grows, whatever bytes are changed', () => {
    const { between, pick } = random(97);
    let readable = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = doc(pick(['features', ...PLANS]));
      const head = headOf(bytes);
      const places = [() => between(0, bytes.length - 1), () => between(0, 511), () => head + between(0, 900)];
      for (let change = between(1, 12); change > 0; change--)
        bytes[pick(places)()] = pick([0, 1, 0x7f, 0x80, 0xff, between(0, 255)]);
      const cut = between(0, 9) === 0 ? bytes.subarray(0, between(0, bytes.length)) : bytes;
      let read = docText(new Uint8Array());
      const work = processorTime(() => {
        read = docText(cut);
      });
      if (work > 2000) throw new Error(`slow in round ${round}`);
      if (!read.ok) expect(read.reason).toMatch(/^Tệp .+\.$/);
      // A number in front of a paragraph is all that is added to the characters of the file.
      else if (read.value.length > 4 * cut.length) throw new Error(`text of ${read.value.length} in round ${round}`);
      else readable += 1;
    }
    expect(readable).toBeGreaterThan(ROUNDS / 20);
  });
});
