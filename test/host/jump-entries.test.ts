/** What the jump list finds in the demonstration's book once it is scored. */
import { beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from '../../core/movement/rule.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { finder } from '../../ui/finder.ts';
import { entriesWith, GROUPS, type JumpEntry, jumpEntries } from '../../ui/pane/jump/jump-entries.ts';
import { demoFiles, openPreview, sure } from './session-hosts.ts';

const PLACES = [{ place: 'review', name: 'Cần xem' }] as const;

let workspace: Workspace;
let entries: readonly JumpEntry[];
beforeAll(async () => {
  const session = paneSession(openPreview().host);
  sure(await session.collect(demoFiles(), () => undefined));
  ({ workspace } = sure(await session.checkAndScore(() => undefined)));
  entries = jumpEntries(workspace, sure(await session.seePapers()).papers, PLACES);
});

const namesFor = (typed: string) => entriesWith(entries, typed).shown.map(({ name }) => name);

describe('the jump list', () => {
  it('has every unit, criterion and paper, each under a key of its own', () => {
    const count = (group: JumpEntry['group']) => entries.filter((entry) => entry.group === group).length;
    expect(count('Đơn vị')).toBe(workspace.sheets.length);
    const criteria = workspace.movement?.criteriaSets.flatMap((set) => set.criteria) ?? [];
    expect(count('Tiêu chí')).toBe(criteria.flatMap(({ rule }) => [rule, ...partsOf(rule)]).length);
    expect(count('Văn bản')).toBeGreaterThan(3);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });

  it('finds by words without tones, in any order, and by tones where they are typed', () => {
    // Its report names it so; its audience is "Trạm y tế".
    const station = 'TYT xã Ta Ma';
    expect(namesFor('tram y te')).toContain(station);
    expect(namesFor('y te tram')).toContain(station);
    expect(namesFor('trạm')).toContain(station);
    expect(namesFor('trám')).not.toContain(station);
    expect(entriesWith(entries, 'tram y te').shown[0]?.name).toBe(station);
    expect(namesFor('cham diem')).toContain('Kiểm tra và chấm điểm');
  });

  it('shows what it found group by group, and how much more there is', () => {
    const { shown, left } = entriesWith(entries, '');
    expect(shown.length + left).toBe(entries.length);
    const groups = shown.map(({ group }) => GROUPS.indexOf(group));
    expect(groups).toEqual(groups.toSorted((a, b) => a - b));
    // "toàn trình" of a criterion has words that begin so; the paper has the very words.
    expect(entriesWith(entries, 'to trinh').shown[0]?.name).toMatch(/^Tờ trình/);
  });

  it('leads to places and help before a book is open', () => {
    expect(jumpEntries(null, [], PLACES).map(({ group }) => group)).toContain('Nơi làm việc');
    expect(jumpEntries(null, [], PLACES).some(({ group }) => group === 'Đơn vị')).toBe(false);
  });
});

it('typed words match in the middle of a text and across its spaces', () => {
  expect(finder('banna')('Bản Nà Đắng')).toBe(true);
  expect(finder('dang ban')('Bản Nà Đắng')).toBe(true);
  expect(finder('dang mo')('Bản Nà Đắng')).toBe(false);
  expect(finder(' ')('bất kỳ')).toBe(true);
});
