/** The command line's words besides its results: help of a command, a movement in full, brief output on request. */
import { expect, it } from 'vitest';
import { findMovement } from '../../core/movements/index.ts';
import { filled, newFolder, runCli, writeReport } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;

it('help <command> is the command’s own help; a wrong name gets the nearest command', () => {
  const folder = newFolder();
  expect(runCli(folder, ['help', 'score']).stdout).toBe(runCli(folder, ['score', '--help']).stdout);
  const wrong = runCli(folder, ['help', 'scroe']);
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toContain('"score"');
});

it('shows one movement whole: its targets as the plan says them, and our numbers as proposals', () => {
  const { stdout } = runCli(newFolder(), ['movements', 'ta-ma-2023-2030']);
  expect(stdout).toContain('01/01/2023 đến 31/12/2030');
  const parts = ['CHỈ TIÊU', 'ĐỊNH MỨC KHEN', 'THỜI HẠN', 'TIÊU CHÍ: Bản', '(đề xuất)', 'trên 40% người dân', '> 40 %'];
  for (const part of parts) expect(stdout).toContain(part);
  expect(stdout).not.toContain('undefined');
  expect(runCli(newFolder(), ['movements', 'ta-ma']).stderr).toContain('ta-ma-2023-2030');
});

it('--quiet says what needs somebody and where the files lie, nothing else', () => {
  const folder = newFolder();
  writeReport(folder, 'a.xlsx', 'form', filled(TA_MA, 'village', 'Bản Nà Đắng', 1));
  const whole = runCli(folder, ['score', 'a.xlsx', '-o', 'ra', '--period', '2025']);
  const quiet = runCli(folder, ['score', 'a.xlsx', '-o', 'ra', '--period', '2025', '--quiet']);
  expect(quiet.stdout).toContain('council.xlsx');
  expect(quiet.stdout).not.toContain('XẾP HẠNG');
  expect(whole.stdout.endsWith(quiet.stdout)).toBe(true);
  expect(runCli(folder, ['check', 'a.xlsx', '-q'])).toMatchObject({ code: 0, stdout: '' });
});
