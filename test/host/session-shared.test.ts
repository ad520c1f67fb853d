/**
 * Two workbooks, one of them in Excel, share a book over a folder: decisions, figures and reports of each reach the
 * other, once.
 */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { type FolderPort, folderCarrier } from '../../core/share/folder-carrier.ts';
import { digestOf } from '../../core/share/named-bytes.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { deviceOf, signEntry } from '../../core/share/sign-entry.ts';
import type { Standing } from '../../core/share/standing.ts';
import type { DecisionWanted } from '../../session/council/review.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import { NOTHING_MORE, type SyncRequest, syncBook } from '../../session/pane/sync-book.ts';
import { linkSigner } from '../../session/share/link-key.ts';
import { linkPapers } from '../../session/share/link-papers.ts';
import { addFacts, askToTakePart, foundBook, type Machine } from '../../session/share/take-part.ts';
import { type LinksMade, type LinksWanted, linkEnds, newLinks, unitLinks } from '../../session/share/unit-links.ts';
import { unsentResults } from '../../session/share/unsent-results.ts';
import { webCipher } from '../../session/share/web-cipher.ts';
import { newKeyPair, newVerify, signerOf } from '../../session/share/web-crypto.ts';
import { newStoredLinks, standingLinks, toShow } from '../../ui/share/stored-links.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { demoCapturesText, demoFiles, openExcelHost, openPreview, sure, type TestHost } from './session-hosts.ts';

const AT = '2025-11-21T08:00:00+07:00';
const verify = newVerify();
const [first, second, third] = demoFiles();

function memoryFolder(): FolderPort {
  const files = new Map<string, Uint8Array>();
  return {
    list: async () => [...files].map(([name, { length: size }]) => ({ name, size })),
    read: async (name, limit) => (files.get(name) ?? new Uint8Array()).slice(0, limit),
    write: async (name, bytes) => void files.set(name, bytes),
    remove: async (name) => void files.delete(name),
    trouble: String,
  };
}

interface Desk {
  readonly machine: Machine;
  readonly session: PaneSession;
  readonly sync: (wanted?: Partial<SyncRequest>) => Promise<Awaited<ReturnType<typeof syncBook>>>;
}

async function desk(machine: Machine, hour: string, { host }: TestHost): Promise<Desk> {
  let second = 0;
  const now = () => `2025-11-21T${hour}:00:${String(second++).padStart(2, '0')}+07:00`;
  const session = paneSession(host, { now });
  sure(await session.open(() => undefined));
  sure(await session.saveSettings({ movement: demoMovement().id, period: null }));
  const world = {
    session,
    verify,
    at: AT,
    offered: new Set<string>(),
    evidence: { evidence: [], period: null, stored: async () => null },
  };
  return {
    machine,
    session,
    sync: (wanted = {}) => syncBook(machine, { ...NOTHING_MORE, ...wanted }, world, () => undefined),
  };
}

let chair: Desk;
let officer: Desk;
let between: FolderPort;
beforeAll(async () => {
  between = memoryFolder();
  const machineFor = async () => {
    const signer = await signerOf(await newKeyPair(false));
    const device = deviceOf(signer.key);
    const own = folderCarrier(memoryFolder(), device, webCipher);
    return (space: string): Machine => ({ space, signer, own, others: folderCarrier(between, device, webCipher) });
  };
  const signer = await signerOf(await newKeyPair(false));
  const own = folderCarrier(memoryFolder(), deviceOf(signer.key), webCipher);
  const { machine } = sure(
    await foundBook(signer, { name: 'Máy chủ tịch', title: 'Xã Ta Ma' }, AT, (space) => ({
      ...{ space, signer, own, others: folderCarrier(between, deviceOf(signer.key), webCipher) },
    })),
  );
  chair = await desk(machine, '08', openExcelHost('1.15'));
  const other = (await machineFor())(machine.space);
  expect(sure(await askToTakePart(other, () => 'Máy cán bộ', AT, verify))).toEqual({ isNew: true });
  officer = await desk(other, '09', openPreview());
  const device = deviceOf(other.signer.key);
  // Both roles: this one brings reports and decides.
  const admit = (role: 'officer' | 'council') => ({ kind: 'admission' as const, device, role, name: 'Máy cán bộ' });
  sure(await chair.sync({ facts: [admit('officer'), admit('council')] }));
});

describe('two workbooks and one shared book', () => {
  test('reports and figures of one workbook reach the other, once, under a name that identifies the content', async () => {
    const files = [first, second].flatMap((item) => item ?? []);
    const synced = sure(await officer.sync({ reports: files }));
    expect(synced.workspace?.sheets).toHaveLength(2);
    sure(await officer.session.importCaptures(demoCapturesText(), () => undefined));
    expect(sure(await officer.sync()).messages[0]).toMatch(/^Nhận về 0 mục, gửi đi [1-9]\d* mục\.$/);

    const came = sure(await chair.sync());
    expect(came.workspace?.sheets).toHaveLength(2);
    const book = sure(await chair.session.bookToShare());
    expect(book.received).toEqual(
      files.map(({ name }) => expect.stringMatching(new RegExp(`^${name.slice(0, -5)} \\([0-9a-f]{8}\\)\\.xlsx$`))),
    );
    expect(book.observations.length).toBe(sure(await officer.session.bookToShare()).observations.length);
    // What came back from the sheet is what went in: nothing is shared or taken a second time.
    for (const desk of [chair, officer, chair]) {
      const again = sure(await desk.sync());
      expect(again.messages).toEqual(['Nhận về 0 mục, gửi đi 0 mục.']);
      expect(again.workspace).toBeNull();
    }
  });

  test('a report collected by hand before raises no question', async () => {
    const file = third ?? { name: '', bytes: new Uint8Array() };
    sure(await chair.session.collect([file], () => undefined));
    sure(await officer.sync({ reports: [file] }));
    const came = sure(await chair.sync());
    expect(came.workspace?.resent).toEqual([]);
    expect(came.workspace?.sheets).toHaveLength(3);
  });

  test('while the results are closed no report or figure comes in, the council’s own record does', async () => {
    sure(await chair.session.closeResults('Chủ tịch'));
    sure(await chair.sync());
    const closed = sure(await officer.sync({ reports: demoFiles().slice(3, 4) }));
    expect(closed.messages.join()).toContain('1 dòng sổ phiên họp');
    expect(closed.workspace?.closed).not.toBeNull();
    sure(await chair.session.reopenResults({ reason: 'Xét lại', who: 'Chủ tịch' }));
    sure(await chair.sync());
    expect(sure(await officer.sync()).workspace?.closed).toBeNull();
  });

  test('decided differently on both while apart: side by side on both, and none counts', async () => {
    const [ours, theirs] = [
      sure(await chair.session.checkAndScore(() => undefined)),
      sure(await officer.session.checkAndScore(() => undefined)),
    ];
    const [sheet] = ours.workspace.queue.filter(({ items }) => items.some((item) => (item.points?.max ?? 0) >= 200));
    const item = sheet?.items.find((item) => item.criterion !== null && (item.points?.max ?? 0) >= 200);
    expect(theirs.workspace.queue.map(({ unit }) => unit)).toContain(sheet?.unit);
    const decision = (points: number, who: string): DecisionWanted => ({
      ...{ unit: sheet?.unit ?? '', flag: item?.flag?.id ?? null, criterion: item?.criterion ?? null },
      ...{ kind: 'adjust', points, reason: 'Đối chiếu hồ sơ gốc', who },
    });
    sure(await chair.session.decide(decision(100, 'Chủ tịch')));
    sure(await officer.session.decide(decision(50, 'Ủy viên')));
    sure(await officer.sync());
    const here = sure(await chair.sync());
    const there = sure(await officer.sync());
    for (const { workspace } of [here, there]) {
      expect(workspace?.conflicts).toHaveLength(1);
      expect(workspace?.conflicts[0]?.sides.map(({ points }) => points).sort()).toEqual([100, 50]);
      expect(workspace?.conflicts[0]?.sides.map(({ from }) => from)).toEqual([null, 'Sổ chung "Xã Ta Ma"']);
    }
    expect(here.messages.join()).toContain('Có 1 nội dung được quyết định khác nhau');
  });

  test('links are made once for the listed units, renewed for one unit, and ended; a report by a link appears', async () => {
    expect(await officer.session.unitsToLink()).toMatchObject({ ok: false, refusal: { code: 'no-register' } });
    sure(await officer.session.makeRegister());
    const about = sure(await officer.session.unitsToLink());
    expect(about).toMatchObject({ period: { kind: 'year', year: 2025 }, due: '2025-11-04' });
    const wanted = { ...about, until: '2099-12-31', again: false };
    const made: LinksMade[] = [];
    const give = async (more: Partial<LinksWanted> = {}) => {
      const say = async (standing: Standing) => {
        const links = await newLinks({ ...wanted, ...more }, standing, hanoiTime(new Date()));
        if (links.ok) made.push(links.value);
        return links;
      };
      return sure(await officer.sync({ say })).synced.standing;
    };
    const states = (standing: Standing) =>
      unitLinks(about, standing, sharedOf(standing).handedIn).map(({ state }) => state);
    const all = about.units.map(() => 'open');
    expect(states(await give())).toEqual(all);
    expect(made[0]?.links.map(({ unit }) => unit)).toEqual(about.units.map(({ name }) => name));
    expect(states(await give())).toEqual(all);
    expect(made[1]).toMatchObject({
      facts: [],
      links: [],
      open: about.units.map(({ name: unit }) => ({ unit, secrets: [expect.any(String)] })),
    });

    // The holder of the link hands in, as the page does; the report reaches the workbook in Excel.
    const [link] = made[0]?.links ?? [];
    const [fact] = made[0]?.facts ?? [];
    const holder = await linkSigner(link?.secret ?? '', fact?.kind === 'link' ? fact.key : '');
    const [file] = demoFiles();
    if (!holder || !file || !link) throw new Error('no link');
    const own = folderCarrier(between, deviceOf(holder.key), webCipher);
    const handed = { name: file.name, sha256: digestOf(file.bytes), size: file.bytes.length };
    const head = { space: officer.machine.space, n: 1, prev: null, knows: [], at: '2025-11-21T02:30:00Z' };
    sure(await own.put(handed.sha256, file.bytes));
    sure(await own.push([await signEntry(holder, head, { kind: 'handed-in', file: handed })]));
    const seen = sure(await chair.sync()).synced.standing;
    expect(unitLinks(about, seen, sharedOf(seen).handedIn)[0]).toMatchObject({
      ...{ unit: link.unit, state: 'open', until: '2099-12-31T23:59:59+07:00', handedIn: '2025-11-21T09:30:00+07:00' },
    });

    // A link was lost: another replaces it, then it is ended; its report stays.
    expect(states(await give({ units: about.units.slice(0, 1), again: true }))).toEqual(all);
    expect(made[2]?.links.map(({ unit }) => unit)).toEqual([link.unit]);
    const end = async (standing: Standing) => {
      const ended = linkEnds([link.unit], about.period, 'Đổi người', standing);
      return ended.ok ? { ok: true as const, value: { facts: ended.value, files: new Map() } } : ended;
    };
    const after = sure(await officer.sync({ say: end })).synced.standing;
    expect(unitLinks(about, after, sharedOf(after).handedIn)[0]).toMatchObject({
      ...{ state: 'ended', until: null, ended: { reason: 'Đổi người' }, handedIn: '2025-11-21T09:30:00+07:00' },
    });
    // What ran out is not what somebody ended.
    const [, second] = about.units;
    vi.setSystemTime(new Date('2100-01-01T00:00:00Z'));
    expect(unitLinks(about, after, []).find(({ unit }) => unit === second?.name)).toMatchObject({
      ...{ state: 'expired', until: '2099-12-31T23:59:59+07:00', ended: null },
    });
    vi.useRealTimers();
    expect(await officer.sync({ say: end })).toMatchObject({ ok: false, refusal: { code: 'no-link' } });
    expect(await newLinks({ ...wanted, until: '2025-11-20' }, after, AT)).toMatchObject({
      ...{ ok: false, refusal: { code: 'link-late' } },
    });
    const papers = linkPapers(made[0]?.links ?? [], { ...about, until: 'hết ngày 31/12/2099', origin: 'https://x.vn' });
    for (const { text } of papers) expect(text).toContain(`https://x.vn/nop/#${link.secret}`);
    // Shown for passing on once the server has it, as long as nobody ended it.
    const kept = newStoredLinks(made[0]?.links ?? [], {
      ...about,
      until: 'hết ngày 31/12/2099',
      origin: 'https://x.vn',
    });
    expect(toShow(standingLinks(kept, seen, false))).toEqual([]);
    expect(toShow(standingLinks(kept, seen, true)).flatMap(({ links }) => links)).toEqual(made[0]?.links);
    expect(standingLinks(kept, after, true).map(({ unit }) => unit)).toEqual(
      about.units.slice(1).map(({ name }) => name),
    );
  });

  test('the result of the commune is the one for its province, and is not sent twice', async () => {
    const result = sure(await chair.session.resultToSend());
    expect(result).toMatchObject({
      commune: 'xã Ta Ma',
      province: 'tỉnh Điện Biên',
      period: '2025',
      asOf: '2025-11-21',
    });
    expect(JSON.stringify(result)).not.toMatch(/Bản |Trường /);
    expect(result.targets).toHaveLength(31);
    const { standing } = sure(await chair.sync()).synced;
    const device = deviceOf(chair.machine.signer.key);
    const facts = unsentResults([result, { ...result, asOf: '2025-11-22' }], device, standing);
    expect(facts).toEqual([{ kind: 'result', result }]);
    // Its own book is not its province's.
    const sent = sure(await chair.sync({ facts }));
    expect(sent.left.join()).toContain('nên không ghi được kết quả của xã');
  });

  test('a machine that was not admitted sends nothing, says so, and ends nobody’s part', async () => {
    const signer = await signerOf(await newKeyPair(false));
    const device = deviceOf(signer.key);
    const stranger: Machine = {
      ...{ space: chair.machine.space, signer },
      ...{ own: folderCarrier(memoryFolder(), device, webCipher), others: folderCarrier(between, device, webCipher) },
    };
    sure(await askToTakePart(stranger, () => 'Máy lạ', AT, verify));
    const asking = await desk(stranger, '10', openPreview());
    const tried = sure(await asking.sync({ reports: demoFiles().slice(4, 5) }));
    expect(tried.left).toContain('Máy này chưa được cho tham gia sổ chung.');
    const { standing } = tried.synced;
    const revoked = { kind: 'revocation', device, upTo: 0, reason: 'x' } as const;
    expect(await addFacts(stranger, standing, { facts: [revoked], files: new Map() }, AT)).toMatchObject({ ok: false });
  });
});
