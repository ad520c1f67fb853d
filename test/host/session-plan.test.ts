/** A plan looked over with an officer: what she corrects, takes out and adds is what the movement is made of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../core/dossier/propose/propose-movement.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { movementSchema } from '../../core/movement/movement.ts';
import { validateMovement } from '../../core/movement/validate.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { findingAdded, findingFrom, NO_TEXTS, textsOf, textsPicked } from '../../session/plan/finding-texts.ts';
import { identityTexts, withIdentity } from '../../session/plan/identity-texts.ts';
import {
  type PlanFinding,
  readDraft,
  readingOf,
  takenOut,
  withFinding,
  withMovement,
} from '../../session/plan/plan-draft.ts';
import { planTextOf } from '../../session/plan/plan-text-of.ts';
import { parseStoredPlan, storedPlan } from '../../session/plan/stored-plan.ts';
import { sure } from './session-hosts.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/plans');
const PLANS = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const NAME = 'nghia-tru-2026.txt';
const draft = sure(readDraft(NAME, textOf(NAME)));
/** Fields that drafts of this version did not have at first. */
const ADDED = new Set([
  'goesOn',
  'under',
  'base',
  'isListed',
  'unknownAudiences',
  'duties',
  'predecessors',
  'validFrom',
  'formedAt',
  'relativeTo',
]);
const first = (kind: PlanFinding['kind']) => draft.findings.find((finding) => finding.kind === kind)!;

describe.each(PLANS)('%s', (name) => {
  const whole = sure(readDraft(name, textOf(name)));

  it('untouched is what the reader found', () => {
    const read = readPlan(textOf(name));
    expect(read.ok && read.value).toEqual(readingOf(whole));
  });

  it('is the same from the store of the browser', () => {
    const stored = structuredClone(storedPlan(whole, '2026-03-01T08:00:00Z'));
    expect(parseStoredPlan(stored)).toEqual({ at: '2026-03-01T08:00:00Z', draft: whole });
  });

  it('says the same after a form was opened and saved unchanged', () => {
    for (const finding of whole.findings) {
      const saved = findingFrom(finding, textsOf(finding));
      expect(saved.ok ? saved.value.value : saved.refusal.message).toEqual(finding.value);
    }
    const same = sure(withIdentity(whole.movement, identityTexts(whole.movement)));
    expect(same).toEqual(whole.movement);
  });
});

describe('what the officer changes', () => {
  it('stands in the dossier, what she took out does not', () => {
    const target = first('target');
    const texts = { ...textsOf(target), comparator: '>', value: '97,5', due: '30/11/2026' };
    const corrected = withFinding(draft, sure(findingFrom(target, texts)));
    const gone = draft.findings.filter(({ kind }) => kind === 'target')[1]!;
    const added = findingAdded(corrected, 'target', {
      ...NO_TEXTS,
      text: 'không để xảy ra phản ánh, kiến nghị quá 05 ngày chưa trả lời',
      comparator: '<=',
      value: '5',
      unit: 'ngày',
    });
    const changed = takenOut(withFinding(corrected, sure(added)), [gone.id], true);
    const movement = proposeMovement(readingOf(changed), { year: 2026 });
    expect(validateMovement(movement)).toEqual([]);
    const book = sure(readBook(dossierBook(movement)));
    const { targets } = sure(readDossier(book)).movement;
    expect(targets[0]).toMatchObject({ comparator: 'gt', value: 97.5, deadline: '2026-11-30' });
    expect(targets.map(({ text }) => text)).not.toContain(gone.value.text);
    expect(targets.at(-1)).toMatchObject({ comparator: 'lte', value: 5, unit: 'ngày' });
    expect(targets.length).toBe(readingOf(draft).targets.length);
  });

  it('is marked where it stands in the plan, and nowhere when the plan does not say it', () => {
    const at = (text: string) =>
      sure(findingAdded(draft, 'quota', { ...NO_TEXTS, text, what: 'collective' })).value.offset;
    expect(at('hiện nay tỷ lệ hồ sơ trực tuyến của xã')).toBeGreaterThan(0);
    expect(at('Điều kế hoạch không nói')).toBe(-1);
  });

  it('begins with what the words picked out tell', () => {
    const from = draft.text.replace(/\s+/g, ' ').indexOf('hiện nay tỷ lệ hồ sơ');
    const texts = textsPicked(draft, 'target', from, from + 60);
    expect(texts).toMatchObject({ comparator: '=', value: '61', unit: '%' });
    expect(texts.text).toContain('hiện nay tỷ lệ hồ sơ trực tuyến');
  });

  it('begins with the comparator and the time of the part the words stand in', () => {
    const head = 'Xã Suối Mẫu, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nThi đua chuyển đổi số giai đoạn 2026 - 2030\n';
    const body = 'I. CHỈ TIÊU\n1. Đến năm 2028, phấn đấu đạt ít nhất:\n- Thư viện có sách (loại 25 cuốn).\n';
    const own = sure(readDraft('', head + body));
    const from = own.text.replace(/\s+/g, ' ').indexOf('Thư viện có');
    expect(textsPicked(own, 'target', from, from + 'Thư viện có sách (loại 25 cuốn)'.length)).toMatchObject({
      comparator: '>=',
      value: '25',
      unit: 'cuốn',
      due: '31/12/2028',
    });
  });

  it.each([
    ['target', { value: 'tám mươi' }, 'Mức'],
    ['target', { value: '1.234' }, 'Mức'],
    ['target', { comparator: '' }, 'So sánh'],
    ['target', { comparator: 'range', value: '5', valueMax: '3' }, 'Đến mức'],
    ['target', { unit: ' ' }, 'Đơn vị tính'],
    ['target', { due: '31/02/2026' }, 'Thời hạn'],
    ['target', { text: '' }, 'Nội dung'],
    ['quota', { value: '-1' }, 'Số lượng'],
    ['quota', { what: '' }, 'Khen ai'],
    ['deadline', { due: 'sớm' }, 'Thời hạn'],
    ['deadline', { what: '' }, 'Việc gì'],
  ] as const)('of a %s is refused by the field that is wrong: %j', (kind, wrong, field) => {
    const finding = first(kind);
    const read = findingFrom(finding, { ...textsOf(finding), ...wrong });
    expect(read.ok ? '' : read.refusal.message).toMatch(new RegExp(`^${field}: `));
  });

  it('the movement names the plan’s issuer; an impossible day is reported', () => {
    const texts = { ...identityTexts(draft.movement), commune: 'xã Phú Lâm', number: '12/KH-UBND', to: '30/06/2027' };
    const named = withMovement(draft, sure(withIdentity(draft.movement, texts)));
    const movement = proposeMovement(readingOf(named), { year: 2026 });
    expect(movement.issuer.commune).toBe('xã Phú Lâm');
    expect(movement.plan.number).toBe('12/KH-UBND');
    expect(movement.period.to).toBe('2027-06-30');
    const wrong = withIdentity(draft.movement, { ...texts, date: '40/01/2026' });
    expect(wrong.ok ? '' : wrong.refusal.message).toBe('Ngày ban hành: ghi như 31/12/2026.');
    const turned = withIdentity(draft.movement, { ...texts, from: '01/01/2028' });
    expect(turned.ok).toBe(false);
  });

  it('the movement has the officer’s list of joined communes, even against the plan', () => {
    const formed = sure(readDraft('dam-doi-2025.txt', textOf('dam-doi-2025.txt')));
    const texts = identityTexts(formed.movement);
    expect(texts).toMatchObject({
      predecessors: 'thị trấn Đầm Dơi\nxã Tân Duyệt\nxã Tân Dân',
      validFrom: '01/07/2025',
    });
    const corrected = sure(withIdentity(formed.movement, { ...texts, predecessors: ' xã Tân Duyệt\n\nxã Tân Dân ' }));
    expect(proposeMovement(readingOf(withMovement(formed, corrected)), { year: 2026 })).toMatchObject({
      predecessors: ['xã Tân Duyệt', 'xã Tân Dân'],
      validFrom: '2025-07-01',
    });
  });
});

describe('a stored draft', () => {
  it('from before fields were added still opens, and makes a sound movement', () => {
    const older = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(older);
      if (value === null || typeof value !== 'object') return value;
      const fields = Object.entries(value).filter(([key]) => !ADDED.has(key));
      return Object.fromEntries(fields.map(([key, held]) => [key, older(held)]));
    };
    const read = parseStoredPlan(older({ version: 2, at: '2026-03-01T08:00:00Z', draft }));
    expect(read?.draft.findings.map(({ id }) => id)).toEqual(draft.findings.map(({ id }) => id));
    const movement = proposeMovement(readingOf(read!.draft), { year: 2026 });
    expect(validateMovement(movement)).toEqual([]);
    const nobody = { ...read!.draft, movement: { ...read!.draft.movement, audiences: [] } };
    const proposed = proposeMovement(readingOf(nobody), { year: 2026 });
    expect(movementSchema.safeParse(proposed).error?.issues ?? []).toEqual([]);
  });

  it.each([
    undefined,
    null,
    'x',
    {},
    { version: 0, at: '', draft },
    { version: 1, at: '', draft: { ...draft, findings: [{}] } },
  ])('is not used when it has not the shape', (value) => expect(parseStoredPlan(value)).toBeUndefined());
});

describe('the file of a plan', () => {
  it('is refused with a sentence where a page cannot read it', async () => {
    const refusal = async (bytes: Uint8Array) => {
      const read = await planTextOf(bytes, {});
      return read.ok ? '' : read.refusal.message;
    };
    expect(await refusal(strToU8('%PDF-1.7\n'))).toMatch(/không đọc được PDF.*\.docx/);
    expect(await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toMatch(/ảnh/);
    expect(await refusal(new Uint8Array())).toMatch(/rỗng/);
    expect(await refusal(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toMatch(/không phải văn bản Word/);
  });

  it('is read by the reader the page has', async () => {
    const page = { width: 595, height: 842, pieces: [{ text: 'KẾ HOẠCH', x: 200, y: 700, width: 90, size: 14 }] };
    const pdf = async () => ({ ok: true, pages: [page], pictures: [] }) as const;
    const read = sure(await planTextOf(strToU8('%PDF-1.7\n'), { pdf }));
    expect(read).toEqual({ kind: 'text', text: 'KẾ HOẠCH' });
  });
});
