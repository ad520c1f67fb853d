/** After the appraisal, over both engines: the notice a unit reads by its link, and explanations that come in after the link's own day. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveShared } from '../../cli/share/save-shared.ts';
import { explanationBytes, readExplanations } from '../../core/share/appraisal-notice.ts';
import type { Fact } from '../../core/share/fact.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { readJournal } from '../../core/sheets/journal-sheets.ts';
import { inviteFounder } from '../../server/invite-founder.ts';
import { judge } from '../../server/judge.ts';
import { serve } from '../../server/serve.ts';
import { askLink, handIn, handInAs } from '../../session/share/hand-in.ts';
import { ENGINES, type Opened, passes } from './engines.ts';
import { type Fetch, inHours, newLink as linkBy, type Machine, newBook, ORIGIN, sure } from './machines.ts';

const text = (words: string) => new TextEncoder().encode(words);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(ENGINES)('over %s', (_name, open) => {
  let opened: Opened;
  let serving: Awaited<ReturnType<typeof serve>>;
  const fetch: Fetch = async (address, init) =>
    serving.app.request(address, { ...init, headers: { ...init.headers, host: new URL(ORIGIN).host } });
  beforeAll(async () => {
    opened = await open();
    const log = () => undefined;
    serving = await serve(opened.engine, passes, { most: 8 * 1024 * 1024, log, origin: ORIGIN });
  });
  afterAll(async () => {
    await serving?.close();
    await opened?.close();
  });

  const book = async () => newBook(fetch, await inviteFounder(opened.owner, ORIGIN), 'officer', 'council');
  const newLink = (by: Machine, unit: string, more = {}) => linkBy(fetch, by, unit, more);
  const codeOf = async (work: ReturnType<typeof handIn> | ReturnType<typeof askLink>) => {
    const done = await work;
    return done.ok ? 'ok' : done.refusal.code;
  };

  it('tells a unit by its link what was cut, and takes its explanations after the day of its report', async () => {
    const { space, chair, machines } = await book();
    const [officer, council] = [machines[0]!, machines[1]!];
    const { door, device } = await newLink(officer, 'Bản G', { until: inHours(-1) });
    const other = await newLink(officer, 'Bản H', { until: inHours(-1) });
    const told = text('{"v":1,"unit":"Bản G"}');
    const noticed = (of: string, until: string): Fact => ({
      ...{ kind: 'appraised', device: of, until },
      file: { sha256: hashOf(told), size: told.length },
    });
    expect(await codeOf(handInAs(door, 'gt.json', text('a'), { criterion: '1.1' }))).toBe('late');
    expect(sure(await askLink(door)).notice).toBeNull();
    // Who only takes part in deciding tells units nothing.
    await expect(council.say(noticed(device, inHours(24)))).rejects.toThrow('không ghi được kết quả thẩm định');

    sure(await officer.own.put(hashOf(told), told));
    const [said] = await officer.say(noticed(device, inHours(24)));
    await officer.sync();
    const { notice } = sure(await askLink(door));
    expect(notice).toMatchObject({ hash: said!.hash, text: '{"v":1,"unit":"Bản G"}' });
    // Another unit's link shows nothing of it, and its day is its own.
    expect(sure(await askLink(other.door)).notice).toBeNull();
    expect(await codeOf(handInAs(other.door, 'x', text('x'), { explains: said!.hash }))).toBe('late');

    const words = explanationBytes([{ criterion: '1.1', text: 'Đã có biên bản.' }]);
    const receipt = sure(await handInAs(door, 'giai-trinh.json', words, { explains: said!.hash }));
    expect(receipt).toMatchObject({ n: 1, explains: said!.hash, criterion: null });
    expect(sure(await handInAs(door, 'giai-trinh.json', words, { explains: said!.hash }))).toEqual(receipt);
    expect(sure(await handIn(door, 'ảnh.jpg', text('ảnh'), '1.1')).n).toBe(2);
    expect(await codeOf(handIn(door, 'bc.xlsx', text('báo cáo')))).toBe('late');

    const { standing } = await chair.sync();
    expect(standing.idle).toEqual([]);
    const shared = sharedOf(standing);
    expect(shared.handedIn).toEqual([]);
    expect(shared.evidence.map(({ unit, criterion }) => [unit, criterion])).toEqual([['Bản G', '1.1']]);
    expect(shared.explanations).toMatchObject([{ unit: 'Bản G', period: '2025', notice: { hash: said!.hash } }]);
    const came = sure(await chair.own.take(shared.explanations[0]!.file.sha256))!;
    expect(readExplanations(came)).toEqual([{ criterion: '1.1', text: 'Đã có biên bản.' }]);
    // `sync -o` writes it where `score --council` and `papers --council` read appeals.
    const out = mkdtempSync(join(tmpdir(), 'thi-dua-so-giai-trinh-'));
    await saveShared(standing, 'Sổ chung', chair.own, out, () => false);
    const saved = readBook(new Uint8Array(readFileSync(join(out, 'so-hoi-dong.xlsx'))));
    rmSync(out, { recursive: true });
    const appeals = saved.ok ? readJournal(saved.value, null)?.appeals : null;
    const row = { kind: 'explanation', unit: 'Bản G', criterion: '1.1', text: 'Đã có biên bản.', points: null };
    expect(appeals).toMatchObject([row]);
    // All of it goes to another server, as it stands.
    const moved = [...standing.counting];
    const pusher = { device: chair.device, invited: true };
    const judged = judge(space, { rights: [], known: new Set(), forked: new Map() }, moved, pusher);
    expect(judged.refused).toEqual([]);
    expect(judged.taken).toHaveLength(moved.length);

    // A notice that closes at once takes nothing more.
    await officer.say(noticed(device, inHours(-1)));
    await officer.sync();
    expect(await codeOf(handInAs(door, 'muộn', text('muộn'), { criterion: '1.1' }))).toBe('late');
    expect(sharedOf((await chair.sync()).standing).explanations).toHaveLength(1);
  });
});
