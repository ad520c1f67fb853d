/**
 * What `check` and `score` say to a person: units, flags by severity, places, checks that stayed silent, where the
 * files lie.
 */

import { periodName } from '../../core/base/period/period.ts';
import { formatNumber, formatPoints } from '../../core/base/quantity/points.ts';
import type { Flag, Severity } from '../../core/judge/flag/flag.ts';
import type { ReportResult, RunResult } from '../../core/judge/run/run-result.ts';
import { impactText } from '../../core/sheets/council/flag-words.ts';
import { SEVERITIES, SEVERITY_NAME } from '../../core/sheets/council/look.ts';
import { setsUsed } from '../../core/sheets/council/scored-subtitle.ts';
import { audienceName, fieldName } from '../../core/sheets/council/unit-words.ts';
import { rangeText } from '../../core/sheets/score-triple.ts';
import type { AboutFiles, CommandRun, Stopped } from '../run/run.ts';
import type { YearRange } from '../run/split-years.ts';
import { type Colour, painter } from '../terminal/colour.ts';
import { type TextColumn, tableLines } from '../terminal/table.ts';
import { oneLine } from '../terminal/width.ts';
import type { Saved } from './save-results.ts';

const paint = painter(process.stdout);
const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue' };

/** The whole text of a run. */
export function runText(run: CommandRun, saved: Saved | null): string {
  const { result } = run;
  const sections = [
    headText(run),
    result.reports.length > 0 ? section('ĐƠN VỊ', saved ? scoreTable(result) : checkTable(result)) : [],
    ...SEVERITIES.map((severity) => flagText(result, severity)),
    ...fieldsOf(result).map((field) => rankingText(result, field)),
    list('KIỂM TRA CHƯA CHẠY', result.silent),
  ];
  return [joined(sections), quietText(run, saved)].filter((text) => text !== '').join('\n');
}

/** The points that need a person, and where the files lie; '' without any. */
export function quietText(run: CommandRun, saved: Saved | null): string {
  return joined([...aboutText(run.about), saved ? savedText(saved) : []]);
}

/** Notes on the files of a run that failed; '' without any. */
export function stoppedText({ about }: Stopped): string {
  return joined(aboutText(about));
}

function aboutText({ unreadable, notReports, notes }: AboutFiles): string[][] {
  const named = (title: string, files: AboutFiles['notes']) =>
    list(
      title,
      files.map(({ file, reason }) => `${file}: ${reason}`),
    );
  return [
    named('TỆP KHÔNG ĐỌC ĐƯỢC', unreadable),
    named('TỆP KHÔNG PHẢI BÁO CÁO', notReports),
    named('LƯU Ý KHI ĐỌC', notes),
  ];
}

function joined(sections: readonly (readonly string[])[]): string {
  const filled = sections.filter((lines) => lines.length > 0);
  return filled.length === 0 ? '' : `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return [paint(title, 'bold'), ...lines.map((line) => `  ${line}`)];
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : section(
        title,
        lines.map((line) => `- ${oneLine(line)}`),
      );
}

function headText(run: CommandRun): string[] {
  const { result, files, movementChosen, phase } = run;
  const { movement, period, reports } = result;
  const chosen = movementChosen ? ' (nhận theo nội dung các báo cáo)' : '';
  return [
    paint(`Phong trào: ${movement.title} [${movement.id}]${chosen}`, 'bold'),
    ...setsText(result),
    ...(phase ? [phaseText(phase)] : []),
    `Kỳ: ${period ? periodName(period) : 'chưa rõ'}. Đọc được ${files.length} tệp, ${reports.length} báo cáo.`,
    ...evidenceText(run),
  ];
}

function evidenceText({ evidence }: CommandRun): string[] {
  if (evidence.length === 0) return [];
  const files = new Set(evidence.map(({ hash }) => hash)).size;
  const rows = new Set(evidence.map(({ unit, criterion }) => JSON.stringify([unit, criterion]))).size;
  const units = new Set(evidence.map(({ unit }) => unit)).size;
  return [`Minh chứng: ${files} tệp, cho ${rows} tiêu chí của ${units} đơn vị.`];
}

/** Plans ask for reviews of several years and say nothing of how points of several years would be put together. */
export function phaseText({ from, to }: YearRange): string {
  return `Giai đoạn ${from}-${to}: điểm và xếp hạng là của năm ${to}, năm cuối; các năm trước dùng để so và để tính chỉ tiêu của xã. Kế hoạch không nói cách cộng điểm nhiều năm nên không cộng.`;
}

function setsText(result: RunResult): string[] {
  const sets = setsUsed(result, result.reports).map(({ audience, version }) => `${audience} ${version}`);
  return sets.length === 0 ? [] : [`Bộ tiêu chí: ${sets.join('; ')}.`];
}

function countsOf(report: ReportResult): string[] {
  return SEVERITIES.map((severity) => String(report.flags.filter((flag) => flag.severity === severity).length));
}

const COUNTS: readonly TextColumn[] = SEVERITIES.map((severity) => ({
  title: SEVERITY_NAME[severity],
  align: 'right',
}));

function checkTable(result: RunResult): string[] {
  const columns: TextColumn[] = [
    { title: 'Đơn vị', max: 44 },
    { title: 'Đối tượng', max: 28 },
    ...COUNTS,
    { title: 'Tệp', max: 44 },
  ];
  return tableLines(
    columns,
    result.reports.map((report) => [
      report.unit,
      audienceName(result, report.report.audience),
      ...countsOf(report),
      report.report.file,
    ]),
  );
}

function scoreTable(result: RunResult): string[] {
  const columns: TextColumn[] = [
    { title: 'Đơn vị', max: 40 },
    { title: 'Tự chấm', align: 'right' },
    { title: 'Điểm', align: 'right' },
    { title: 'Khoảng', align: 'right' },
    { title: 'Tối đa', align: 'right' },
    { title: 'Tỷ lệ', align: 'right' },
    { title: 'Xếp loại', max: 32 },
    ...COUNTS,
  ];
  return tableLines(
    columns,
    result.reports.map((report) => {
      const { score } = report;
      const figures = score
        ? [
            score.self === null ? '' : formatPoints(score.self),
            formatPoints(score.total),
            rangeText(score.low, score.high),
            formatPoints(score.max),
            `${formatNumber(score.share / 100)} %`,
            score.classification?.name ?? '',
          ]
        : ['', '', '', '', '', 'chưa chấm'];
      return [report.unit, ...figures, ...countsOf(report)];
    }),
  );
}

function flagText(result: RunResult, severity: Severity): string[] {
  const flags = result.flags.filter((flag) => flag.severity === severity);
  if (flags.length === 0) return [];
  const impacts = new Map(result.impacts.map((impact) => [impact.flag, impactText(impact)]));
  return [
    paint(`${SEVERITY_NAME[severity].toUpperCase()} (${flags.length})`, COLOURS[severity]),
    ...flags.flatMap((flag) => flagLines(flag, impacts.get(flag.id) ?? '')),
  ];
}

function flagLines(flag: Flag, impact: string): string[] {
  const cell = flag.cell ? `${flag.cell.sheet}!${flag.cell.address}` : '';
  const place = [flag.unit ?? flag.file ?? '', flag.criterion && `tiêu chí ${flag.criterion}`, cell].filter(Boolean);
  const effect = impact ? ` (có thể đổi ${impact})` : '';
  return [
    `  ${oneLine(place.join(' · '))} ${paint(`[${flag.code}]`, COLOURS[flag.severity])}`,
    `    ${oneLine(flag.message)}${effect}`,
    paint(`    → ${oneLine(flag.suggestion)}`, 'dim'),
  ];
}

function fieldsOf(result: RunResult): string[] {
  return [...new Set(result.rankings.map((place) => fieldName(result, place)))];
}

function rankingText(result: RunResult, field: string): string[] {
  const columns: TextColumn[] = [
    { title: 'Hạng', align: 'right' },
    { title: 'Đơn vị', max: 44 },
    { title: 'Điểm', align: 'right' },
    { title: 'Tỷ lệ', align: 'right' },
    { title: 'Hạng còn có thể', align: 'right' },
    { title: 'Phân định khi bằng điểm', max: 60 },
  ];
  const rows = result.rankings
    .filter((place) => fieldName(result, place) === field)
    .map((place) => [
      String(place.rank),
      place.unit,
      formatPoints(place.points),
      `${formatNumber(place.share / 100)} %`,
      place.best === place.worst ? '' : `${place.best}–${place.worst}`,
      place.tie ?? '',
    ]);
  return section(`XẾP HẠNG: ${field}`, tableLines(columns, rows));
}

function savedText(saved: Saved): string[] {
  const folder = saved.council.replace(/council\.xlsx$/, '');
  return [
    ...list('LƯU Ý KHI GHI', saved.warnings),
    ...list('BẢN TRƯỚC ĐƯỢC GIỮ LẠI (đã có người sửa)', saved.kept),
    paint('KẾT QUẢ', 'bold'),
    `  Tệp cho Hội đồng: ${saved.council}`,
    `  ${saved.copies.length} bản chấm: ${folder}`,
    ...(saved.evidence === null ? [] : [`  Minh chứng: ${saved.evidence}`]),
  ];
}
