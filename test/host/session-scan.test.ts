/** A scanned plan with an officer: numbers confirmed, typed anew; what she corrected meanwhile stays. */
import { describe, expect, it } from 'vitest';
import { type ReadWord, type ScanPage, scanText } from '../../core/plan/file/scan/scan-text.ts';
import { findingAdded, findingFrom, NO_TEXTS, textsOf } from '../../session/plan/finding-texts.ts';
import { identityTexts, withIdentity } from '../../session/plan/identity-texts.ts';
import {
  newScan,
  type PlanDraft,
  type PlanFinding,
  readDraft,
  takenOut,
  withFinding,
  withMovement,
} from '../../session/plan/plan-draft.ts';
import { type PlanReaders, planTextOf, recognisedText } from '../../session/plan/plan-text-of.ts';
import { draftMovement, withConfirmed, withTyped } from '../../session/plan/scan-numbers.ts';
import { parseStoredPlan, storedPlan } from '../../session/plan/stored-plan.ts';
import { sure } from './session-hosts.ts';

const PICTURE = new Uint8Array(24);

/** Lines of words as they are recognised; `word|confidence|again`. */
function scanned(page: number, ...lines: readonly string[]): ScanPage {
  const words = lines.flatMap((text, at) => {
    const line = { left: 200, top: 300 + at * 50, width: 1200, height: 35 };
    let left = 200;
    return text.split(' ').map((text): ReadWord => {
      const [word = '', confidence = '96', again] = text.split('|');
      const box = { left, top: line.top, width: word.length * 16, height: 35 };
      left += box.width + 12;
      const read = { ...box, text: word, confidence: Number(confidence), line };
      return again === undefined ? read : { ...read, again, picture: PICTURE };
    });
  });
  return { page, width: 1654, height: 2339, words };
}

const PAGES = [
  scanned(
    1,
    'KẾ HOẠCH',
    'I. CHỈ TIÊU',
    '1. Tối thiểu 80%|96|80% hộ có tài khoản số trong năm 2026.|97|2026.',
    '2. Không quá 85%|90|8,5% hồ sơ trễ hạn trong năm 2026.|96|2026.',
    '3. Ít nhất 70%|96|70% thôn có tổ công nghệ số trong năm 2026.|96|2026.',
  ),
];

function draft(): PlanDraft {
  const scan = scanText(PAGES);
  return sure(readDraft('quét.pdf', scan.text, newScan(scan)));
}
const numbersOf = (planDraft: PlanDraft) => draftMovement(planDraft, 2026).numbers;
const offsetOf = (planDraft: PlanDraft, read: string) =>
  numbersOf(planDraft).find(({ row }) => row.read === read)!.offset;
const target = (planDraft: PlanDraft, words: string) =>
  planDraft.findings.find((finding): finding is Extract<PlanFinding, { kind: 'target' }> =>
    finding.value.text.includes(words),
  )!;

describe('numbers of a scan', () => {
  it('are confirmed one by one, and are in the dossier with their pictures', () => {
    const first = draft();
    expect(numbersOf(first).every(({ row }) => !row.confirmed)).toBe(true);
    const next = withConfirmed(first, offsetOf(first, '80%'), true);
    const { movement, pictures } = draftMovement(next, 2026);
    expect(movement.scanned?.filter(({ confirmed }) => confirmed).map(({ read }) => read)).toEqual(['80%']);
    expect([...pictures.keys()]).toContain(movement.scanned?.find(({ read }) => read === '80%')?.code);
    expect(numbersOf(withConfirmed(next, offsetOf(first, '80%'), false)).some(({ row }) => row.confirmed)).toBe(false);
  });

  it('typed anew change the text and what is read in it; the others stay with theirs', () => {
    const next = sure(withTyped(draft(), offsetOf(draft(), '85%'), ' 8,5% '));
    expect(target(next, 'trễ hạn').value).toMatchObject({ comparator: '<=', value: 8.5 });
    expect(numbersOf(next).find(({ row }) => row.read === '8,5%')?.row).toMatchObject({
      ...{ confirmed: true, doubtful: true, again: 'máy đọc: 85%' },
    });
    for (const { offset, read } of next.scan!.findings)
      expect(next.text.slice(offset, offset + read.length)).toBe(read);
    expect(numbersOf(next)).toHaveLength(numbersOf(draft()).length);
  });

  it('a corrected label gives the items below it their path', () => {
    const lines = ['KẾ HOẠCH', 'I. MỤC TIÊU', 'I. CHỈ TIÊU', '1. Tối thiểu 80%|96|80% hộ trong xã có tài khoản số.'];
    const scan = scanText([scanned(1, ...lines)]);
    const first = sure(readDraft('quét.pdf', scan.text, newScan(scan)));
    const pathsOf = ({ findings }: PlanDraft) => findings.map(({ value }) => value.section);
    expect([numbersOf(first)[0]?.row.usedIn, pathsOf(first)]).toEqual(['Đề mục của kế hoạch', ['I.1']]);
    const next = sure(withTyped(first, numbersOf(first)[0]!.offset, 'II.'));
    expect([numbersOf(next)[0]?.row.confirmed, pathsOf(next)]).toEqual([true, ['II.1']]);
  });

  it('typed anew leave alone what the officer corrected, added, took out and put right of the head', () => {
    let next = draft();
    const last = target(next, 'tổ công nghệ số');
    next = withFinding(next, sure(findingFrom(last, { ...textsOf(last), value: '75' })));
    next = takenOut(next, [target(next, 'tài khoản số').id], true);
    const texts = { ...NO_TEXTS, text: 'Thêm tay', comparator: '>=', value: '5', unit: 'tổ', subject: 'tổ' } as const;
    next = withFinding(next, sure(findingAdded(next, 'target', texts)));
    const identity = sure(withIdentity(next.movement, { ...identityTexts(next.movement), province: 'Lào Cai' }));
    next = sure(withTyped(withMovement(next, identity), offsetOf(next, '85%'), '8,5%'));
    expect(target(next, 'tổ công nghệ số')).toMatchObject({ state: 'corrected', value: { value: 75 } });
    expect(next.text.slice(target(next, 'tổ công nghệ số').value.figureOffset)).toMatch(/^(?:Ít nhất )?70%/);
    expect(target(next, 'tài khoản số')).toMatchObject({ out: true, value: { value: 80 } });
    expect(target(next, 'Thêm tay')).toMatchObject({ state: 'added', value: { value: 5 } });
    expect(next.movement.issuer.province).toBe('Lào Cai');
    expect(new Set(next.findings.map(({ id }) => id)).size).toBe(next.findings.length);
    expect(next.findings).toHaveLength(4);
  });

  it('typed as nothing, or as half a page, are refused', () => {
    for (const wrong of ['  ', 'x'.repeat(61)])
      expect(withTyped(draft(), offsetOf(draft(), '85%'), wrong).ok).toBe(false);
    expect(withTyped(draft(), 99_999, '80%').ok).toBe(false);
  });

  it('are the same from the store of the browser', () => {
    const planDraft = withConfirmed(draft(), offsetOf(draft(), '80%'), true);
    expect(parseStoredPlan(structuredClone(storedPlan(planDraft, '2026-03-01T08:00:00Z')))?.draft).toEqual(planDraft);
  });
});

describe('pages that are pictures', () => {
  const page = { width: 595, height: 842, pieces: [{ text: 'I. CHUNG', x: 80, y: 700, width: 90, size: 14 }] };
  const readers = (scan: PlanReaders['scan']): PlanReaders => ({
    pdf: async () => ({ ok: true, pages: [page, { ...page, pieces: [] }], pictures: [2] }),
    ...(scan && { scan }),
  });
  const PDF = new TextEncoder().encode('%PDF-1.7\n');
  const never = new AbortController().signal;

  it('are refused where the page cannot recognise them, with advice where to do it', async () => {
    const read = await planTextOf(PDF, readers(undefined));
    expect(!read.ok && read.refusal.message).toMatch(/^Trang 2 của tệp PDF là ảnh.*tiện ích trình duyệt/);
    const photo = await planTextOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), {});
    expect(!photo.ok && photo.refusal.message).toMatch(/^Tệp là ảnh chụp.*tiện ích trình duyệt/);
  });

  it('are recognised in their place among pages with text; an unreadable page refuses the plan', async () => {
    const whole: PlanReaders['scanText'] = async (pages) => scanText(pages);
    const scan: PlanReaders['scan'] = async ({ pages }) => ({
      pages: pages.map((number) => scanned(number, 'II. CHỈ TIÊU')),
      unread: [],
    });
    const start = sure(await planTextOf(PDF, readers(scan)));
    if (start.kind !== 'pictured') throw new Error(start.kind);
    const text = sure(await recognisedText(start.pictured, { scan, scanText: whole }, () => undefined, never));
    expect(text.text.split('\n')).toEqual(['I. CHUNG', 'II. CHỈ TIÊU']);
    const failing: PlanReaders['scan'] = async ({ pages }) => ({ pages: [], unread: pages });
    const refused = await recognisedText(start.pictured, { scan: failing, scanText: whole }, () => undefined, never);
    expect(!refused.ok && refused.refusal.message).toMatch(/^Trang 2 của tệp PDF không đọc được chữ/);
    const stopped = await recognisedText(
      start.pictured,
      { scan, scanText: whole },
      () => undefined,
      AbortSignal.abort(),
    );
    expect(!stopped.ok && stopped.refusal.message).toMatch(/^Đã dừng/);
  });
});
