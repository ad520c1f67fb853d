/**
 * Several machines share one book over a folder on the command line, as officers do it: the chair founds, others ask
 * and are admitted, reports and decisions go in on different machines, and each comes to the same points.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../core/base/result.ts';
import { append, type Log } from '../../core/council/log.ts';
import {
  closeSession,
  holdSession,
  readSessionTable,
  reopenSession,
  type SessionLog,
} from '../../core/council/session-log.ts';
import { groundsOf } from '../../core/council/subject.ts';
import { findMovement } from '../../core/movements/index.ts';
import { unitName } from '../../core/report/match-unit.ts';
import { readReports } from '../../core/report/read.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { logSheets } from '../../core/sheets/log-sheets.ts';
import { filled, newFolder, runCli, write, writeReport, YEAR } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;

interface Machine {
  readonly folder: string;
  readonly home: string;
}

const newMachine = (folder: string, name: string): Machine => ({ folder, home: join(folder, `may-${name}`) });

/** Syncs and expects that everything was sent. */
function sync(machine: Machine, ...args: readonly string[]) {
  return output(machine, 0, args);
}

/** Syncs and expects that some of it may not be sent by this machine, which the exit code shows too. */
function syncHeld(machine: Machine, ...args: readonly string[]) {
  return output(machine, 1, args);
}

function output({ folder, home }: Machine, expected: number, args: readonly string[]) {
  const { code, stdout, stderr } = runCli(folder, ['sync', 'chung', '--home', home, '--json', ...args]);
  expect(stderr).toBe('');
  const document = JSON.parse(stdout);
  expect([code, document.held.length > 0]).toEqual([expected, expected === 1]);
  return document;
}

function founded(folder: string, ...roles: readonly string[]) {
  mkdirSync(join(folder, 'chung'));
  const chair = newMachine(folder, 'chu-tich');
  const { space } = sync(chair, '--found', 'Xã Ta Ma', '--name', 'Máy chủ tịch');
  const machines = roles.map((role, at) => {
    const machine = newMachine(folder, `${role}-${at}`);
    const request = sync(machine, '--space', space.slice(0, 16), '--name', `Máy ${role}`);
    expect(request.begun).toBe('asked');
    sync(chair, '--admit', request.device.slice(0, 16), '--role', role);
    return { ...machine, device: request.device as string };
  });
  return { space, chair, machines };
}

describe('sync', () => {
  it('brings reports, decisions and figures of three machines together; each scores the same', () => {
    const folder = newFolder();
    const { machines } = founded(folder, 'officer', 'council', 'appraiser');
    const [officer, member, appraiser] = machines;
    mkdirSync(join(folder, 'bao-cao'));
    for (const [at, unit] of ['Bản Nà Đắng', 'Bản Phiêng Cải'].entries()) {
      writeReport(join(folder, 'bao-cao'), `${unit}.xlsx`, 'form', filled(TA_MA, 'village', unit, at));
    }
    expect(sync(officer!, '--reports', 'bao-cao')).toMatchObject({ added: 2, reports: 2 });

    const report = readFileSync(join(folder, 'bao-cao/Bản Nà Đắng.xlsx'));
    write(folder, 'tham-dinh.xlsx', councilBook(adjusted(report, '1.2', 50, 'appraise')));
    expect(sync(appraiser!, '--council', 'tham-dinh.xlsx')).toMatchObject({ added: 1, decisions: 0, appraisals: 1 });
    // Who appraises decides nothing: that entry is not sent.
    const log = adjusted(report, '1.1', 125);
    write(folder, 'hop.xlsx', councilBook(log));
    expect(syncHeld(appraiser!, '--council', 'hop.xlsx')).toMatchObject({ added: 0, decisions: 0, appraisals: 1 });
    const got = sync(member!, '--council', 'hop.xlsx', '-o', 'nhan-hoi-dong');
    expect(got).toMatchObject({ added: 1, decisions: 1, reports: 2, missing: [], filesMissing: [], idle: [] });
    const also = sync(officer!, '-o', 'nhan-can-bo');
    expect(also).toMatchObject({ added: 0, decisions: 1, reports: 2 });

    for (const name of readdirSync(join(folder, 'nhan-hoi-dong'), { recursive: true, encoding: 'utf8' })) {
      const [text, two] = ['nhan-hoi-dong', 'nhan-can-bo'].map((out) => join(folder, out, name));
      if (statSync(text!).isFile()) expect(readFileSync(text!).equals(readFileSync(two!))).toBe(true);
    }
    const scored = ['nhan-hoi-dong', 'nhan-can-bo'].map((out) => {
      const args = ['score', `${out}/bao-cao`, '--council', `${out}/so-hoi-dong.xlsx`, '-o', `${out}-diem`, '--json'];
      const { stdout, stderr, code } = runCli(folder, [...args, '--period', '2025']);
      expect([code, stderr]).toEqual([0, '']);
      return JSON.parse(stdout);
    });
    expect(scored[0].ranking).toHaveLength(2);
    expect(scored[1].ranking).toEqual(scored[0].ranking);
    const decided = scored[1].reports.find(({ unit }: { unit: string }) => unit === 'Bản Nà Đắng');
    const [first] = decided.score.points;
    expect(first.criterion).toBe('1.1');
    expect(first.reason).toMatch(/Hội đồng.*1,25/);
    expect(first.appraisal).toBeNull();
    const second = decided.score.points.find(({ criterion }: { criterion: string }) => criterion === '1.2');
    expect(second.appraisal).toMatchObject({ points: 0.5, who: 'Lò Văn A', open: true });
    expect([second.low, second.computed]).toEqual([0.5, 0.5]);
    expect(second.high).toBeGreaterThan(0.5);
  }, 120_000);

  it('an officer’s machine sends no decisions, and says so; nothing is sent twice', () => {
    const folder = newFolder();
    const { machines } = founded(folder, 'officer');
    const [officer] = machines;
    const report = writeReport(folder, 'bc.xlsx', 'form', filled(TA_MA, 'village', 'Bản Nà Đắng', 1));
    write(folder, 'hop.xlsx', councilBook(adjusted(readFileSync(report), '1.1', 100)));
    const done = syncHeld(officer!, '--council', 'hop.xlsx', '--reports', report);
    expect(done).toMatchObject({ added: 1, decisions: 0, reports: 1 });
    expect(done.held).toEqual(['Máy này có vai trò cán bộ nên không ghi được quyết định.']);
    expect(sync(officer!, '--reports', report)).toMatchObject({ added: 0, sent: 0, reports: 1 });
  });

  it('carries the council’s sessions whole: two machines’ logs become their union, a row changed by hand does not count', () => {
    const folder = newFolder();
    const { chair, machines } = founded(folder, 'council');
    const [member] = machines;
    const by = (minute: number) => ({ who: 'Lò Văn Pâng', at: `2025-11-21T09:0${minute}:00+07:00` });
    const facts = (place: string) => ({ day: '2025-11-21', place, chair: 'Lò Văn A', secretary: '', attendance: [] });
    const decided = { decisions: ['a'.repeat(64)], votes: [], result: 'b'.repeat(64), note: '' };
    const closed = sure(
      closeSession(whole(sure(holdSession(whole([]), facts('Hội trường'), by(1))).log), decided, by(2)),
    ).log;
    const apart = sure(holdSession(whole([]), facts('Nhà văn hóa'), by(3))).log;
    write(folder, 'hop.xlsx', councilBook([], closed));
    expect(sync(member!, '--council', 'hop.xlsx')).toMatchObject({ added: 2, sessions: 2 });
    write(folder, 'hop-2.xlsx', councilBook([], apart));
    expect(sync(chair, '--council', 'hop-2.xlsx', '-o', 'nhan-1')).toMatchObject({ added: 1, sessions: 3 });
    const both = sessionsIn(join(folder, 'nhan-1/so-hoi-dong.xlsx'));
    expect(new Set(both.map(({ hash }) => hash))).toEqual(new Set([...closed, ...apart].map(({ hash }) => hash)));
    // The chair reopens knowing both; a row changed under its seal stays out, and is reported.
    const reopened = sure(reopenSession(whole(both), 'Đơn vị bổ sung minh chứng', by(4))).log;
    const edited = reopened.map((row) => (row.place === 'Nhà văn hóa' ? { ...row, place: 'Chợ' } : row));
    write(folder, 'hop-3.xlsx', councilBook([], edited));
    const last = sync(chair, '--council', 'hop-3.xlsx');
    expect(last).toMatchObject({ added: 1, sessions: 4 });
    expect(last.notes.map(({ reason }: { reason: string }) => reason).join()).toContain('không khớp dấu vết');
    expect(sync(member!, '-o', 'nhan-2')).toMatchObject({ sessions: 4, added: 0 });
    expect(sessionsIn(join(folder, 'nhan-2/so-hoi-dong.xlsx'))).toEqual(reopened);
  });

  it('a newer file replaces the earlier file everywhere; a file changed by hand is saved', () => {
    const folder = newFolder();
    const { machines } = founded(folder, 'officer', 'officer');
    const [item, two] = machines;
    const report = writeReport(folder, 'bc.xlsx', 'form', filled(TA_MA, 'village', 'Bản Nà Đắng', 1));
    sync(item!, '--reports', report);
    sync(two!, '-o', 've');
    const place = join(folder, 've/bao-cao/bc.xlsx');
    expect(readFileSync(place).equals(readFileSync(report))).toBe(true);
    writeReport(folder, 'bc.xlsx', 'form', filled(TA_MA, 'village', 'Bản Nà Đắng', 2));
    expect(sync(item!, '--reports', report)).toMatchObject({ added: 1, reports: 1 });
    expect(sync(two!, '-o', 've')).toMatchObject({ reports: 1, kept: [] });
    expect(readFileSync(place).equals(readFileSync(report))).toBe(true);
    expect(readdirSync(join(folder, 've/bao-cao'))).toEqual(['bc.xlsx']);
    // Changed by hand, not shared yet: saved under another name.
    writeReport(join(folder, 've/bao-cao'), 'bc.xlsx', 'form', filled(TA_MA, 'village', 'Bản Nà Đắng', 3));
    const { kept } = sync(two!, '-o', 've');
    expect(kept).toHaveLength(1);
  });

  it('seals a report with names in it: nobody has its bytes again, all else stays; only the chair may', () => {
    const folder = newFolder();
    const { chair, machines } = founded(folder, 'officer', 'officer');
    const [officer, other] = machines;
    const report = (name: string, unit: string) =>
      writeReport(folder, `${name}.xlsx`, 'form', filled(TA_MA, 'village', unit, 1));
    const files = [report('Bản Nà Đắng', 'Bản Nà Đắng'), report('Bản Phiêng Cải', 'Bản Phiêng Cải')];
    const [plain] = files.map((path) => readFileSync(path));
    sync(officer!, '--reports', files[0]!, '--reports', files[1]!);
    sync(other!);
    const own = (home: string) =>
      readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name));
    const holdPlain = () =>
      [join(folder, 'chung'), chair.home, officer!.home, other!.home]
        .flatMap(own)
        .filter((path) => statSync(path).isFile() && readFileSync(path).includes(plain!));
    expect(holdPlain()).toEqual([]);
    const run = (machine: Machine, ...args: readonly string[]) =>
      runCli(folder, ['sync', 'chung', '--home', machine.home, ...args]);
    for (const [machine, args, words] of [
      [chair, ['--seal', 'Bản Nà Đắng.xlsx'], 'kèm --reason'],
      [chair, ['--seal', 'Bản khác', '--reason', 'X'], 'không có tệp "Bản khác"'],
      [officer!, ['--seal', 'Bản Nà Đắng.xlsx', '--reason', 'X'], 'không ghi được niêm phong tệp'],
    ] as const) {
      const { code, stderr } = run(machine, ...args);
      expect([code, stderr.includes(words)]).toEqual([2, true]);
    }
    const outcome = run(chair, '--seal', 'bản nà đắng.xlsx', '--reason', 'Có tên hộ');
    expect(outcome.stdout).toMatch(
      /Bản Nà Đắng\.xlsx, đưa vào ngày [\d/]+: đã niêm phong theo yêu cầu, ngày [\d/]+, lý do: Có tên hộ\./,
    );
    expect(outcome.stdout).not.toContain('chưa về');
    expect(run(chair, '--seal', 'Bản Nà Đắng.xlsx', '--reason', 'X').stderr).toContain('đã niêm phong rồi');
    // The machine that had it supplies it again.
    const again = sync(other!, '--reports', files[0]!, '-o', 'nhan');
    expect(again).toMatchObject({ added: 0, reports: 2, filesMissing: [], sealed: [{ name: 'Bản Nà Đắng.xlsx' }] });
    expect(readdirSync(join(folder, 'nhan/bao-cao'))).toEqual(['Bản Phiêng Cải.xlsx']);
    sync(officer!);
    expect(holdPlain()).toEqual([]);
    const keys = [join(folder, 'chung'), chair.home, officer!.home, other!.home].map(
      (home) => own(home).filter((path) => path.endsWith('.tdk')).length,
    );
    expect(keys).toEqual([1, 1, 1, 1]);
  });

  it('a conflict copy, a half-copied file and a dead drive lose nothing', () => {
    const folder = newFolder();
    const { chair, machines } = founded(folder, 'officer', 'officer');
    const [item, two] = machines;
    const report = writeReport(folder, 'bc.xlsx', 'form', filled(TA_MA, 'village', 'Bản Nà Đắng', 1));
    const shared = join(folder, 'chung');
    const before = new Set(readdirSync(shared));
    sync(item!, '--reports', report);
    const [segment] = readdirSync(shared).filter((name) => name.endsWith('.tds.gz') && !before.has(name));
    const whole = readFileSync(join(shared, segment!));
    renameSync(join(shared, segment!), join(shared, 'bản của máy khác (1).gz'));
    writeFileSync(join(shared, segment!), whole.subarray(0, 60));
    expect(sync(two!)).toMatchObject({ reports: 1, filesMissing: [] });
    const dead = runCli(folder, ['sync', 'khong-co', '--home', two!.home]);
    expect([dead.code, dead.stderr.trim().split('\n').length]).toEqual([2, 1]);
    // The whole drive is gone: any machine that has seen all brings it back.
    renameSync(shared, join(folder, 'chung-cu'));
    mkdirSync(shared);
    const refused = runCli(folder, ['sync', 'chung', '--home', two!.home]);
    expect(refused.code).toBe(2);
    expect(sync(two!, '--space', firstSpace(two!))).toMatchObject({ reports: 1 });
    expect(sync(chair)).toMatchObject({ reports: 1, filesMissing: [], missing: [] });
  });

  it('carries what a commune came to into the book of its province, where the communes are set beside each other', () => {
    const folder = newFolder();
    const { chair: province } = founded(folder);
    const { space } = sync(province);
    const commune = newMachine(folder, 'xa');
    const { device } = sync(commune, '--space', space.slice(0, 16), '--name', 'Máy Văn phòng, Lò Văn A');
    const admit = ['sync', 'chung', '--home', province.home, '--admit', device.slice(0, 16), '--role', 'commune'];
    expect(runCli(folder, admit).stderr).toContain('tên xã trong bảng tổng hợp');
    sync(province, '--admit', device.slice(0, 16), '--role', 'commune', '--name', 'Xã Ta Ma');

    const unit = 'Bản Nà Đắng';
    writeReport(folder, 'bc.xlsx', 'form', filled(TA_MA, 'village', unit, 1));
    const score = ['score', 'bc.xlsx', '-o', 'ra', '--period', '2025', '--results', 'kq.json'];
    expect(runCli(folder, [...score, '--as-of', '2025-12-31']).code).toBe(0);
    const sent = JSON.parse(readFileSync(join(folder, 'kq.json'), 'utf8'));
    expect(sent).toMatchObject({ commune: 'xã Ta Ma', period: '2025', reports: { asked: null, received: 1 } });
    expect(sent.targets).toHaveLength(TA_MA.targets.length);
    expect(readFileSync(join(folder, 'kq.json'), 'utf8')).not.toContain(unit);

    expect(sync(commune, '--results', 'kq.json')).toMatchObject({ added: 1, held: [] });
    expect(sync(commune, '--results', 'kq.json')).toMatchObject({ added: 0 });
    const got = sync(province, '-o', 'tinh');
    expect(got.results).toEqual([{ commune: 'Xã Ta Ma', periods: ['2025'] }]);
    expect(readFileSync(join(folder, 'tinh/tong-hop-tinh.csv'), 'utf8')).toContain('"Xã Ta Ma";"2025";');
    const book = sure(readBook(readFileSync(join(folder, 'tinh/tong-hop-tinh.xlsx'))));
    expect(book.sheets.map(({ name }) => name)).toContain('Chỉ tiêu từng xã');
    // The same again is nothing new; what a commune is not to say stays with it, in one sentence.
    expect(sync(province, '-o', 'tinh')).toMatchObject({ written: [], kept: [] });
    expect(syncHeld(commune, '--reports', 'bc.xlsx').held).toEqual([
      'Máy này có vai trò xã nên không ghi được báo cáo của đơn vị.',
    ]);
    write(folder, 'hong.json', '{}');
    const bad = runCli(folder, ['sync', 'chung', '--home', commune.home, '--results', 'hong.json']);
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('không phải tệp kết quả của xã')]);
  });

  it('replaces a lost founding machine by the recovery code on paper', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'chung'));
    const [lost, fresh] = [newMachine(folder, 'mat'), newMachine(folder, 'moi')];
    const { recovery, device, space } = sync(lost, '--found', 'Xã Ta Ma', '--name', 'Máy chủ tịch');
    expect(sync(lost).recovery).toBeNull();
    const wrong = ['sync', 'chung', '--home', fresh.home, '--name', 'Máy mới', '--recover'];
    for (const [code, told] of [
      [recovery.slice(0, -1), 'thiếu hoặc sai ký tự'],
      [`${space}.${'A'.repeat(41)}BA`, 'không phải của sổ chung nào ở đây'],
    ])
      expect(runCli(folder, [...wrong, code ?? '']).stderr).toContain(told);
    expect(sync(fresh, '--recover', recovery, '--name', 'Máy mới')).toMatchObject({ space, missing: [] });
    const { devices } = sync(fresh);
    expect(devices).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ device, revoked: true }),
        expect.objectContaining({ name: 'Máy mới', roles: ['chair'], revoked: false }),
      ]),
    );
    // The new machine acts as chair; the lost machine cannot any more.
    const other = sync(newMachine(folder, 'khac'), '--space', space, '--name', 'Máy khác');
    sync(fresh, '--admit', other.device, '--role', 'officer');
    const late = runCli(folder, ['sync', 'chung', '--home', lost.home, '--admit', other.device, '--role', 'chair']);
    expect(late.stderr).toContain('Máy này đã bị thôi quyền.');
  });

  it('asks which book is meant, and refuses in one sentence', () => {
    const folder = newFolder();
    const { space, chair } = founded(folder);
    const stranger = newMachine(folder, 'la');
    const outcome = runCli(folder, ['sync', 'chung', '--home', stranger.home]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(space.slice(0, 16));
    const twice = runCli(folder, ['sync', 'chung', '--home', chair.home, '--found', 'Xã Ta Ma', '--name', 'X']);
    expect(twice).toMatchObject({ code: 2, stdout: '' });
    const role = runCli(folder, ['sync', 'chung', '--home', chair.home, '--admit', 'abc', '--role', 'council']);
    expect(role.stderr).toContain('Không rõ máy "abc"');
    const said = runCli(folder, ['sync', 'chung', '--home', chair.home]);
    expect(said.stdout).toContain('Máy chủ tịch · chủ tịch · máy này');
  });

  it('keeps the machine’s key for its owner alone', () => {
    const folder = newFolder();
    const { chair, space } = founded(folder);
    const mode = execFileSync('stat', ['-c', '%a', join(chair.home, 'so-chung', space, 'khoa-may.json')]);
    expect(mode.toString().trim()).toBe('600');
  });
});

/** The council gives the criterion of a report these points (hundredths). */
function adjusted(bytes: Uint8Array, criterion: string, points: number, kind: 'adjust' | 'appraise' = 'adjust'): Log {
  const book = readBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  const { reports } = readReports(book.value, { file: 'x.xlsx', movement: TA_MA, register: null, period: YEAR });
  const [report] = reports;
  const unit = unitName(report!, null);
  const target = { unit, flag: null, criterion };
  const subject = groundsOf([{ report: report!, unit }], []).subjectOf(target) ?? '';
  const made = append(
    [],
    {
      ...{ ...target, at: '2025-11-20T09:00:00+07:00', who: 'Lò Văn A' },
      ...{ kind, points, reason: 'Thẩm định tại bản', subject },
    },
    { least: 0, most: 10_000 },
  );
  if (!made.ok) throw new Error(made.refusal.message);
  return made.value.log;
}

/** A log that lost nothing. */
const whole = (log: SessionLog) => ({ log, lost: [] });

function councilBook(log: Log, sessions: SessionLog = []) {
  return newBook(logSheets({ log, votes: [], sessions }, ''));
}

function sessionsIn(path: string): SessionLog {
  const sheet = sure(readBook(readFileSync(path))).sheets.find(({ name }) => name === 'Phiên họp');
  const rows = [...(sheet?.rows ?? [])].sort(([x], [y]) => x - y).map(([, cells]) => cells);
  const head = rows.findIndex((cells) => cells.some(({ value }) => value === 'Người ghi phiên'));
  const columns = rows[head]!.map(({ column }) => column);
  const below = rows.slice(head + 1);
  const cellsOf = (row: (typeof rows)[number]) =>
    columns.map((column) => row.find((cell) => cell.column === column)?.value ?? '');
  return sure(readSessionTable(cellsOf(rows[head]!), below.map(cellsOf))).log;
}

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function firstSpace({ home }: Machine): string {
  return readdirSync(join(home, 'so-chung'))[0]!;
}
