/** Evidence in the office's workbook: placed by name, listed, opened, accepted, doubted; over the page and over Excel. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { findMovement } from '../../core/movements/index.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { readGivenEvidence } from '../../session/evidence/read-files.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { evidenceFacts, sharedEvidenceFiles } from '../../session/share/shared-evidence.ts';
import { correctReport } from '../fixtures/correct-report.ts';
import { layoutSheet } from '../fixtures/layouts.ts';
import { docxOf, paragraph, runs } from '../fixtures/numbered-docx.ts';
import { HOSTS, sure } from './session-hosts.ts';

const YEAR = { kind: 'year', year: 2025 } as const;
const TA_MA = findMovement('ta-ma-2023-2030')!;
const UNITS = ['Bản Nà Tao', 'Bản Hua Sát'];

function reportFile(unit: string, seed: number) {
  const set = criteriaSetFor(TA_MA, 'village', YEAR)!;
  const filled = correctReport(set, TA_MA, unit, seed, { period: YEAR });
  return { name: `${unit}.xlsx`, bytes: newBook([layoutSheet('SC-01', filled).sheet]) };
}

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const hash = createHash('sha256').update(jpeg).digest('hex');
const noProgress = () => undefined;

describe.each(HOSTS)('over %s', (_name, open) => {
  it('is listed, opened, accepted and doubted', async () => {
    const session = paneSession(open().host, { now: () => '2025-11-20T08:00:00+07:00' });
    sure(await session.open(noProgress));
    sure(
      await session.collect(
        UNITS.map((unit, at) => reportFile(unit, at + 1)),
        noProgress,
      ),
    );
    const scored = sure(await session.checkAndScore(noProgress)).workspace;
    const files = [
      { name: 'Bản Nà Tao/1.1 Ảnh.jpg', bytes: jpeg },
      { name: 'Bản Hua Sát/1.1 Ảnh.jpg', bytes: jpeg },
      { name: 'Ban Na Tao - tieu chi 1.2.docx', bytes: docxOf(paragraph(runs('Số: 999/BC-CĐS'))) },
      { name: 'Bản Nà Tao/ảnh.jpg', bytes: jpeg },
    ];
    const { placed, bytes, left } = sure(await readGivenEvidence(files, scored, async () => ({})));
    expect(bytes.size).toBe(2);
    expect(left).toEqual([expect.stringMatching(/^Bản Nà Tao\/ảnh\.jpg: .*tiêu chí nào/)]);
    const listed = sure(await session.noteEvidence(placed, ['Đã nhận.'], left, noProgress)).workspace;
    expect(listed.evidence.map(({ unit, criterion, state }) => [unit, criterion, state])).toEqual([
      ['Bản Nà Tao', '1.1', 'given'],
      ['Bản Hua Sát', '1.1', 'given'],
      ['Bản Nà Tao', '1.2', 'given'],
    ]);
    const codes = (flags: readonly { code: string }[] | undefined) => (flags ?? []).map(({ code }) => code);
    expect(codes(listed.run?.flags)).toContain('shared-evidence');
    const [first, second, third] = listed.evidence;
    if (!first || !second || !third) throw new Error('no files');
    const seen = { who: 'Lò Thị Mai', reason: '' };
    sure(await session.noteEvidence([{ ...first, ...seen, state: 'opened' }], [], [], noProgress));
    sure(await session.noteEvidence([{ ...first, ...seen, state: 'accepted' }], [], [], noProgress));
    const doubted = { ...third, state: 'doubted', who: 'Lò Thị Mai', reason: 'không có chữ ký' } as const;
    const { workspace } = sure(await session.noteEvidence([doubted], [], [], noProgress));
    expect(workspace.evidence.map(({ state }) => state)).toEqual(['accepted', 'given', 'doubted']);
    expect(workspace.queue.flatMap(({ items }) => items.flatMap(({ flag }) => flag?.code ?? []))).toContain(
      'doubted-evidence',
    );
    // Undone as one act: the row is gone, and with it the doubt.
    const undone = sure(await session.undo()).workspace;
    expect(undone.evidence.map(({ state }) => state)).toEqual(['accepted', 'given', 'given']);
    // What came from the shared book is not taken twice, but where its bytes are not here.
    const file = { name: 'Ảnh.jpg', sha256: hash, size: jpeg.length };
    const of = (criterion: string) => ({ unit: 'Bản Nà Tao', period: '2025', criterion, file });
    const shared = { evidence: [of('1.1'), of('2.1')], sealed: new Map() };
    const take = async () => ({ ok: true, value: jpeg }) as const;
    const coming = async (stored: Uint8Array | null) =>
      (await sharedEvidenceFiles(shared, undone, take, async () => stored)).map(({ place }) => place?.criteria);
    expect(await coming(jpeg)).toEqual([['2.1']]);
    expect(await coming(null)).toEqual([['1.1'], ['2.1']]);
    // What nobody shared yet goes out with its bytes.
    const going = await evidenceFacts(undone.evidence, undone.period, shared, async (text) =>
      text === hash ? jpeg : null,
    );
    expect(going.facts).toEqual([
      { kind: 'evidence', ...of('1.1'), unit: 'Bản Hua Sát', file: { ...file, name: '1.1 Ảnh.jpg' } },
    ]);
    expect([...(await going.read(going.facts[0]!)).keys()]).toEqual([hash]);
  });
});
