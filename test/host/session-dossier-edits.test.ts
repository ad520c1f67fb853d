/** A dossier that is edited: its rows are corrected in place, once in use by versions of its own; over every host. */
import { describe, expect, test } from 'vitest';
import { formatPoints } from '../../core/base/quantity/points.ts';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { formGrid } from '../../core/form/form-grid.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { versionAfter, versionWords } from '../../core/movement/set-version.ts';
import { registerUnitSchema } from '../../core/report/register.ts';
import { findTable, VERSION_TABLE } from '../../session/book/own-tables.ts';
import { setsUsed } from '../../session/book/set-versions.ts';
import { settingsActions } from '../../session/book/settings-actions.ts';
import { perform } from '../../session/host/outcome.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { audience, faultsOf, fill, movement, PERIOD, placeOf, quiet, set, startDossier } from './dossier-session.ts';
import { HOSTS, sure } from './session-hosts.ts';

describe.each(HOSTS)('an edited dossier over %s', (_, open) => {
  const start = (bytes?: Uint8Array) => startDossier(open, bytes);

  test('shows thresholds of earlier days in rows of their own, to be changed there', async () => {
    const at = set.criteria.findIndex(({ rule, target }) => rule.kind === 'proportional' && target !== null);
    const criterion = set.criteria[at]!;
    const target = { ...criterion.target!, code: null, value: 10, by: '2026-06-30' };
    const milestones = [{ target, rule: { kind: 'proportional' as const, full: 10 } }];
    const criteria = set.criteria.with(at, { ...criterion, milestones });
    const criteriaSets = movement.criteriaSets.map((criteriaSet) =>
      criteriaSet === set ? { ...criteriaSet, criteria } : criteriaSet,
    );
    const { held, book, pane, workspace } = await start(dossierBook({ ...movement, criteriaSets }));
    const criterionIn = ({ movement: held }: typeof workspace) =>
      criteriaSetFor(held!, audience.kind, null)!.criteria[at]!;
    expect(criterionIn(workspace).milestones).toEqual(milestones);
    const { row } = placeOf(await book(), 'Tiêu chí', 'Mốc');
    const put = async (title: string, text: string) =>
      held.type('Tiêu chí', row, placeOf(await book(), 'Tiêu chí', title).column, text);
    await put('Mức cần đạt', '12');
    await put('Đến ngày', '30/09/2026');
    await put('Cách chấm', 'theo tỷ lệ, đủ điểm từ 12 %');
    const changed = sure(await pane.reviewDossier()).workspace;
    expect(changed.faults).toEqual([]);
    expect(criterionIn(changed).milestones).toEqual([
      { target: { ...target, value: 12, by: '2026-09-30' }, rule: { kind: 'proportional', full: 12 } },
    ]);
  });

  test('in use is frozen: an edit moves nobody before it is a version of its own, which can be taken back', async () => {
    const { held, pane, book } = await start();
    const units = ['Thôn Đông', 'Thôn Đoài'];
    sure(await pane.makeForms({ audience: audience.kind, period: PERIOD, units }, quiet));
    for (const unit of units) await fill(held, unit);
    const line = formGrid(set, 'UBND xã').rows.find(
      (row) => row.kind === 'line' && row.line.measure === 'percentage' && row.line.rule.kind === 'proportional',
    );
    if (line?.kind !== 'line') throw new Error('no share in the set');
    await held.type('Thôn Đoài', line.row, formGrid(set, 'UBND xã').columns.get('numerator')!, '4');
    const scored = sure(await pane.checkAndScore(quiet)).workspace;
    const points = ({ run }: Workspace) => run!.rankings.map((ranking) => [ranking.unit, ranking.points]);
    const before = points(scored);
    expect(before[0]![1]).not.toBe(before[1]![1]);
    expect(scored.dossier?.changed).toEqual([]);

    const { row } = placeOf(await book(), 'Tiêu chí', line.line.title);
    const { column } = placeOf(await book(), 'Tiêu chí', 'Cách chấm');
    const written = (await book()).book.sheets.find(({ name }) => name === 'Tiêu chí')!.rows.get(row)!;
    const words = String(written.find((cell) => cell.column === column)!.value);
    await held.type('Tiêu chí', row, column, 'theo tỷ lệ, đủ điểm từ 40 %');
    const edited = sure(await pane.checkAndScore(quiet)).workspace;
    expect(points(edited)).toEqual(before);
    expect(edited.dossier?.changed).toEqual([
      {
        name: `Bộ tiêu chí ${audience.name}`,
        before: versionWords(set),
        after: expect.stringMatching(/^phiên bản 2 /),
      },
    ]);
    expect(edited.faults[0]).toContain('chưa thành phiên bản mới');
    const forms = await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Nam'] }, quiet);
    expect(forms.ok).toBe(false);

    const seen = sure(await pane.versionChanges());
    expect(seen.differences).toEqual([expect.stringContaining(`${words} → theo tỷ lệ, đủ điểm từ 40 %.`)]);
    const reached = formatPoints(before[0]![1] as number);
    expect(seen.moves).toEqual([expect.stringMatching(new RegExp(`^Thôn Đoài \\(.* hạng 2 → ${reached} điểm `, 'u'))]);

    const made = sure(await pane.newVersion());
    expect(made.message).toMatch(/phiên bản 1 \([0-9a-f]{8}\) → phiên bản 2 \([0-9a-f]{8}\)/);
    expect(made.workspace.dossier?.changed).toEqual([]);
    expect(criteriaSetFor(made.workspace.movement!, audience.kind, PERIOD)!.version).toBe(versionAfter(set.version));
    const again = sure(await pane.checkAndScore(quiet)).workspace;
    expect(again.run!.rankings.map((ranking) => ranking.points)).toEqual([before[0]![1], before[0]![1]]);
    expect(again.run!.flags.map(({ code }) => code)).toContain('other-form-version');

    sure(await pane.undo());
    const back = sure(await pane.undo()).workspace;
    expect(back.dossier?.changed).toHaveLength(1);
    expect(criteriaSetFor(back.movement!, audience.kind, PERIOD)).toEqual(set);
    await held.type('Tiêu chí', row, column, words);
    expect(sure(await pane.open(quiet)).dossier?.changed).toEqual([]);
  });

  test('sent out as files is in use too: an edit of it waits to be a version of its own', async () => {
    const units = [registerUnitSchema.parse({ name: 'Thôn Đông', audience: audience.kind, registered: true })];
    const { held, pane, book } = await start(dossierBook(movement, units));
    const wanted = sure(await held.host.read());
    const settings = { movement: movement.id, period: PERIOD, asOf: null, seals: [] };
    sure(await perform(held.host, 'Cài đặt', settingsActions(wanted, settings)));
    expect(sure(await pane.makeFile('forms', quiet)).notes).toEqual([]);
    expect(setsUsed(await book())).toEqual({ sets: [set], faults: [] });
    const { row } = placeOf(await book(), 'Tiêu chí', set.criteria[0]!.title);
    await held.type('Tiêu chí', row, placeOf(await book(), 'Tiêu chí', 'Điểm tối đa').column, '1');
    expect(sure(await pane.open(quiet)).dossier?.changed.map(({ before }) => before)).toEqual([versionWords(set)]);
    const again = await pane.makeFile('forms', quiet);
    expect(!again.ok && again.refusal.message).toContain('chưa thành phiên bản mới');
  });

  test('is stored whole once in use, however long it is', async () => {
    const long = set.criteria.map((criterion) => ({
      ...criterion,
      evidenceHint: 'Báo cáo, ảnh chụp kèm theo. '.repeat(300),
    }));
    const criteriaSets = movement.criteriaSets.map((criteriaSet) =>
      criteriaSet === set ? { ...criteriaSet, criteria: long } : criteriaSet,
    );
    const { pane, book } = await start(dossierBook({ ...movement, criteriaSets }));
    const made = sure(await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Đông'] }, quiet));
    expect(findTable(await book(), VERSION_TABLE.table)!.rows.length).toBeGreaterThan(1);
    expect(made.workspace.faults).toEqual([]);
    expect(made.workspace.dossier?.changed).toEqual([]);
  });

  test('makes no version of what it does not understand', async () => {
    const { held, pane, book } = await start();
    expect((await pane.newVersion()).ok).toBe(false);
    sure(await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Đông'] }, quiet));
    const { row } = placeOf(await book(), 'Tiêu chí', set.criteria[0]!.title);
    const { column } = placeOf(await book(), 'Tiêu chí', 'Cách chấm');
    await held.type('Tiêu chí', row, column, '');
    const workspace = sure(await pane.open(quiet));
    // The dossier loses the row, but units that already have its form are not affected.
    expect(criteriaSetFor(workspace.movement!, audience.kind, PERIOD)).toEqual(set);
    const made = await pane.newVersion();
    expect(made.ok ? '' : made.refusal.message).toMatch(/^Hồ sơ còn \d+ chỗ cần sửa/);
  });

  test('is edited criterion by criterion, and a criterion that is not understood is corrected there', async () => {
    const { held, pane, book } = await start();
    const item = set.criteria.find(({ measure, rule }) => measure === 'percentage' && rule.kind === 'proportional')!;
    const key = { audience: set.audience, phase: set.phase, code: item.code };
    const rule = 'từ 85 %: 2; từ 75 %: 1; còn lại: 0';
    const changed = sure(await pane.editCriterion(key, { title: 'Hộ có cáp quang', maxPoints: 200, rule })).workspace;
    const read = ({ dossier }: Workspace) =>
      criteriaSetFor(dossier!.edited!, audience.kind, PERIOD)?.criteria.find(({ code }) => code === item.code);
    expect(read(changed)).toMatchObject({ title: 'Hộ có cáp quang', maxPoints: 200, rule: { kind: 'bands' } });
    const { row } = placeOf(await book(), 'Tiêu chí', 'Hộ có cáp quang');
    const { column } = placeOf(await book(), 'Tiêu chí', 'Cách chấm');
    await held.type('Tiêu chí', row, column, '');
    const broken = sure(await pane.open(quiet));
    expect(read(broken)).toBeUndefined();
    expect(faultsOf(broken)?.map(({ name, criterion }) => [name, criterion?.code])).toEqual([
      [`${audience.name}, tiêu chí ${item.code} “Hộ có cáp quang”`, item.code],
    ]);
    expect(broken.dossier!.held).toBeGreaterThan(0);
    const pasted = 'Họp đủ 4 lần/năm thì đạt tối đa, tùy mức độ lan tỏa';
    const workspace = sure(await pane.editCriterion(key, { rule: pasted })).workspace;
    expect(read(workspace)?.rule).toEqual({ kind: 'council-graded', by: 'council', words: pasted });
    const gone = await pane.editCriterion({ ...key, code: '9.99' }, { rule });
    expect(gone.ok ? '' : gone.refusal.message).toBe('Trang “Tiêu chí” không còn dòng của tiêu chí 9.99.');
    sure(await pane.undo());
    expect(faultsOf(sure(await pane.open(quiet)))).toHaveLength(1);
  });

  test('gets other classes, and a bad cell among them is reported once, whatever depends on it', async () => {
    const other = { ...movement.audiences.find(({ kind }) => kind !== audience.kind)!, competes: true };
    const own = { ...set, audience: other.kind, title: 'Bộ thứ hai' };
    const audiences = movement.audiences.map((audience) => (audience.kind === other.kind ? other : audience));
    const criteriaSets = [set, own];
    const { held, pane, book } = await start(dossierBook({ ...movement, audiences, criteriaSets }));
    const classification = set.classification.map((band, at) =>
      at === 0 ? { ...band, name: 'Giỏi', from: 96 } : band,
    );
    const { audience: kind, phase } = own;
    const edited = sure(await pane.editClasses({ audience: kind, phase }, { classification })).workspace;
    expect(criteriaSetFor(edited.dossier!.edited!, kind, PERIOD)?.classification).toEqual(classification);
    const { row } = placeOf(await book(), 'Bộ tiêu chí', 'Bộ thứ hai');
    const { column } = placeOf(await book(), 'Bộ tiêu chí', 'Xếp loại');
    await held.type('Bộ tiêu chí', row, column, 'Xuất sắc từ 96');
    const broken = sure(await pane.open(quiet));
    expect(faultsOf(broken)?.map(({ sheet, name }) => [sheet, name])).toEqual([
      ['Bộ tiêu chí', `${other.name}, bộ tiêu chí`],
    ]);
    expect(broken.dossier!.held).toBeGreaterThan(0);
  });
});
