/** What a unit types on its telephone, as the file the commune gets: the same words, figures and checks as on paper. */

import { describe, expect, it } from 'vitest';
import { tallySheet } from '../../../core/form/tally-sheet.ts';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import { findMovement } from '../../../core/movements/index.ts';
import type { HandedIn } from '../../../core/share/links.ts';
import { digestOf } from '../../../core/share/named-bytes.ts';
import type { Shared } from '../../../core/share/shared.ts';
import { newBook } from '../../../core/sheet/workbook/file.ts';
import { filledForm } from '../../../session/hand-in/filled-form.ts';
import { DATE_KEY, formPage } from '../../../session/hand-in/form-items.ts';
import { review } from '../../../session/hand-in/review.ts';
import { handedInBook } from '../../../session/share/handed-in-book.ts';
import { judgedReports } from '../../../session/share/judged-reports.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import type { FilledEntry } from '../../fixtures/filled-report.ts';

const MOVEMENT = findMovement('ta-ma-2023-2030')!;

const PERIOD = { kind: 'year', year: 2025 } as const;
const UNIT = 'Bản Nà Đắng';
const ABOUT = { unit: UNIT, period: '2025' };
const set = criteriaSetFor(MOVEMENT, 'village', PERIOD)!;
const subject = { movement: MOVEMENT, set, audience: 'village', period: PERIOD, unit: UNIT };
const page = formPage(subject);
const fields = page.items.flatMap((item) => (item.kind === 'line' ? item.fields : []));
const ROLES: Readonly<Record<string, keyof FilledEntry>> = {
  ...{ numerator: 'a', denominator: 'b', value: 'value', baseline: 'baseline', self: 'self' },
  ...{ evidence: 'evidence', explanation: 'explanation' },
};

/** A correct report as a Vietnamese would type it. */
function typedReport(): Map<string, string> {
  const { rows, date } = correctReport(set, MOVEMENT, UNIT, 7, { period: PERIOD });
  const typed = fields.flatMap(({ key, role, options }) => {
    const value = rows.get(key.split('/')[0] ?? '')?.[ROLES[role] ?? 'value'];
    if (value === undefined) return [];
    const text =
      typeof value === 'boolean'
        ? value
          ? 'Có'
          : 'Không'
        : String(value).replace('.', typeof value === 'number' ? ',' : '.');
    const choice = options?.find((option) => option === text || option.startsWith(text)) ?? text;
    return [[key, choice] as const];
  });
  return new Map([...typed, [DATE_KEY, (date ?? '2025-11-01').split('-').reverse().join('/')]]);
}
const messages = (answers: ReadonlyMap<string, string>) => {
  const found = review(filledForm(page, answers), MOVEMENT, ABOUT);
  if (!found.ok) throw new Error(found.refusal.message);
  return found.value;
};

describe('the form on a telephone', () => {
  it('has every question of the paper form, in its words', () => {
    const codes = page.items.flatMap((item) => (item.kind === 'line' ? [item.code] : []));
    for (const { code, title } of set.criteria) {
      const item = page.items.find((item) => item.kind === 'line' && item.code === code);
      expect(item).toMatchObject({ title });
    }
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    expect(fields.find(({ key }) => key === '1.1/numerator')).toMatchObject({
      label: 'Số thực hiện (a)',
      address: 'F10',
    });
    expect(fields.find(({ key }) => key === '3.2.a/value')?.options).toEqual(['Có', 'Không', 'KPS']);
  });

  it('gives, filled in correctly, a report in which nothing is to be looked at again', () => {
    expect(messages(typedReport())).toEqual([]);
  });

  it('names each place, and only those', () => {
    const empty = messages(new Map());
    expect(empty.filter(({ message }) => message.includes('chưa có số liệu')).length).toBeGreaterThan(10);
    const typed = typedReport();
    typed.set('1.1/numerator', '1.234');
    typed.set('1.1/denominator', '12');
    const found = messages(typed).filter(({ criterion }) => criterion === '1.1');
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.every(({ cell }) => fields.some(({ address }) => address === cell) || cell === null || cell === 'H10'),
    ).toBe(true);
  });

  it('reads numbers as Vietnamese write them, and keeps what is none as it was typed', () => {
    const answers = new Map([
      ['1.1/numerator', '1.234.567'],
      ['1.1/denominator', '2.469.134'],
      ['1.1/self', '7,5'],
      ['1.2/self', '0,25'],
      ['1.2/numerator', 'khoảng 30 hộ'],
      ['1.3/numerator', '1,5'],
      ['1.1/explanation', '=HYPERLINK("http://x")'],
    ]);
    const read = handedInBook(filledForm(page, answers), MOVEMENT, ABOUT);
    if (!read.ok) throw new Error(read.refusal.message);
    const [report] = read.value.reports;
    const entry = report!.entries.find(({ criterion }) => criterion === '1.1')!;
    expect(JSON.stringify(entry)).toContain('"value":1234567');
    expect(report!.total?.reading).toMatchObject({ kind: 'number', value: 7.75 });
    expect(JSON.stringify(report!.entries.find(({ criterion }) => criterion === '1.2'))).toContain('khoảng 30 hộ');
    expect(JSON.stringify(entry)).toContain('=HYPERLINK');
    // Households are counted whole: 1,5 stays as it was typed, and never becomes the 1.500 that Excel would misread.
    const asTyped = JSON.stringify(report!.entries.find(({ criterion }) => criterion === '1.3')?.numerator);
    expect(asTyped).toContain('"text":"1,5"');
    expect(asTyped).not.toContain('ambiguous');
  });
});

describe('a file handed in', () => {
  const fileOf = (unit: string, period: typeof subject.period) =>
    filledForm(formPage({ ...subject, unit, period }), new Map([['1.1/numerator', '3']]));

  it.each([
    ['of another unit', fileOf('Bản Phiêng Cải', PERIOD), 'Tệp ghi đơn vị là "Bản Phiêng Cải"'],
    ['of another period', fileOf(UNIT, { kind: 'year', year: 2024 } as never), 'Tệp ghi kỳ báo cáo là năm 2024'],
    ['with the names of households', newBook([tallySheet(subject)!]), 'tên từng hộ'],
    ['that is no workbook', new TextEncoder().encode('báo cáo'), 'không phải'],
  ])('%s is not taken for this unit’s report', (_name, bytes, words) => {
    const read = handedInBook(bytes, MOVEMENT, ABOUT);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.refusal.message).toContain(words);
  });

  it('that is sealed lets nothing earlier count in its place', async () => {
    const [first, last] = [fileOf(UNIT, PERIOD), filledForm(page, new Map([['1.1/numerator', '4']]))];
    const form = new TextEncoder().encode(JSON.stringify({ ...MOVEMENT, criteriaSets: [set] }));
    const held = new Map([first, last, form].map((bytes) => [digestOf(bytes), bytes]));
    const link = { fact: { ...ABOUT, form: { sha256: digestOf(form) } } };
    const handed = [first, last].map((bytes, at) => {
      return { link, entry: {}, file: { sha256: digestOf(bytes) }, replaced: at === 0 } as unknown as HandedIn;
    });
    const counting = async (sealed: Shared['sealed']) => {
      const taken = async (digest: string) => (sealed.has(digest) ? null : (held.get(digest) ?? null));
      return (await judgedReports(handed, taken, sealed)).map(({ handedIn, counts }) => [handedIn.replaced, counts]);
    };
    expect(await counting(new Map())).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(await counting(new Map([[digestOf(last), { at: '', reason: '' }]]))).toEqual([[true, false]]);
  });
});
