/**
 * `progress`: the short follow-up forms of a week, month or quarter → how far each target of the plan has come, who
 * reported, who did not and how often in a row.
 */

import { periodName } from '../../core/base/period/period.ts';
import { type PeriodReports, rhythmMessages, rhythmOf } from '../../core/commune/calendar/rhythm.ts';
import { figureWords, stateWords, type TargetResult } from '../../core/commune/result/commune-result.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import { courseTargets } from '../../session/received/course-targets.ts';
import { writeJson } from '../files/write-json.ts';
import { finishStopped } from '../results/finish-stopped.ts';
import { runText } from '../results/print-run.ts';
import { run } from '../run/run.ts';
import { RUN_OPTIONS_HELP, runArguments } from '../run/run-arguments.ts';
import { oneLine } from '../terminal/width.ts';

const HELP = `Đọc biểu theo dõi tuần, tháng, quý của các đơn vị: mỗi chỉ tiêu của kế hoạch đã đến đâu; đơn vị nào đã nộp, chưa
nộp, chưa nộp mấy kỳ liền (cần --units hoặc trang “Đơn vị” của hồ sơ, và --previous), kèm tin nhắn gửi.

Cách dùng: progress <tệp|thư mục>… [tùy chọn]

${RUN_OPTIONS_HELP}

Ví dụ:
  progress theo-doi-quy-3/ --movement ho-so.xlsx --period 2025-Q3 --previous theo-doi-quy-2/
  progress tuan-40/ --movement ho-so.xlsx --period 2026-W40 --previous cac-tuan-truoc/
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function progress(args: readonly string[]): Promise<number> {
  const command = runArguments(args, 'check');
  if (!command) {
    process.stdout.write(HELP);
    return 0;
  }
  const done = await run({ ...command.options, followUp: true });
  if ('stopped' in done) return finishStopped(done, command.json);
  const { result, earlier } = done;
  const { period, targets } = courseTargets({ result, earlier });
  const units = result.register && rhythmOf(result.register, [...earlier, result].flatMap(reportsIn));
  const messages =
    units && result.period ? rhythmMessages(units, { movement: result.movement, period: result.period }) : [];
  if (command.json) writeJson({ period, targets, units, messages });
  else {
    const title = result.period ? `TIẾN ĐỘ ${periodName(result.period).toUpperCase()}` : 'TIẾN ĐỘ';
    const board = units?.map(({ unit, line }) => `  ${oneLine(`${unit}: ${line}`)}`) ?? [];
    const lines = [
      ...[title, ...targets.flatMap(targetLines)],
      ...(board.length > 0 ? ['ĐÃ NỘP, CHƯA NỘP', ...board] : []),
      ...messages.flatMap((text) => ['Tin nhắn:', `  ${text}`]),
    ];
    process.stdout.write(`${lines.join('\n')}\n\n${runText(done, null)}`);
  }
  return command.strict && result.flags.some((flag) => flag.severity === 'error') ? 1 : 0;
}

/** A form nobody filled in is no report. */
function reportsIn({ period, reports }: RunResult): readonly PeriodReports[] {
  const units = reports.flatMap(({ unit, reception }) => (reception === 'blank' ? [] : [unit]));
  return period === null ? [] : [{ period, units }];
}

/** The target in the plan's words; its figure now and before; the units without a figure. */
function targetLines(target: TargetResult): readonly string[] {
  const { text, section, level, figure, units, earlier } = target;
  const pair = figure.a !== null && figure.b !== null ? `${figure.a}/${figure.b} = ` : '';
  const now = figureWords(figure.value, target);
  const before = earlier.at(-1);
  const was = before && figureWords(before.figure.value, target);
  const facts = [
    now === null ? 'chưa có số liệu' : `${pair}${now}`,
    ...(was ? [`kỳ trước ${was}`] : []),
    ...(level === '' ? [] : [`kế hoạch ${level}`]),
    stateWords(target).toLowerCase(),
    `${units.gave.length} đơn vị có số liệu`,
  ];
  const missing = units.missing.map(({ unit, why }) => `    ${oneLine(`${unit}: ${why}`)}`);
  return [`  ${oneLine(`${section}. ${text}`)}`, `    ${facts.join('; ')}.`, ...missing];
}
