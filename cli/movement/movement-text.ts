/** A movement as text for people: the plan's targets, its awards, its dates, and the criteria of each audience. */

import { dayText } from '../../core/base/period/day.ts';
import { formatNumber, formatPoints } from '../../core/base/quantity/points.ts';
import { ruleWords } from '../../core/dossier/rule-words.ts';
import { QUOTA_BASES, QUOTA_KINDS } from '../../core/dossier/vocabulary.ts';
import { whenWords } from '../../core/dossier/when-words.ts';
import type { Movement, Quota } from '../../core/movement/movement.ts';
import { targetText } from '../../core/movement/rules/wording.ts';
import { painter } from '../terminal/colour.ts';
import { type TextColumn, tableLines } from '../terminal/table.ts';
import { oneLine } from '../terminal/width.ts';
import { setPoints } from './movements-json.ts';

const paint = painter(process.stdout);

/** First lines: what it is called, whose it is. */
export function movementHead({ id, title, plan, issuer, period }: Movement): readonly string[] {
  const number = plan.number ?? 'số để trống';
  const from = period.from ? dayText(period.from) : '…';
  return [
    paint(`${id}: ${oneLine(title)}`, 'bold'),
    `  ${issuer.body ? `${issuer.body},` : 'UBND'} ${issuer.commune}, ${issuer.province} · ${number} · ${from} đến ${dayText(period.to)}`,
  ];
}

/** The audiences that are scored, a line each. */
export function setLines(movement: Movement): readonly string[] {
  const columns: readonly TextColumn[] = [
    { title: '--audience' },
    { title: 'Đối tượng', max: 50 },
    { title: 'Giai đoạn' },
    { title: 'Tiêu chí', align: 'right' },
    { title: 'Điểm', align: 'right' },
  ];
  const rows = movement.criteriaSets.map((set) => [
    set.audience,
    nameOf(movement, set.audience),
    set.phase ?? '',
    String(set.criteria.length),
    set.scored ? formatPoints(setPoints(set)) : 'không chấm điểm',
  ]);
  return tableLines(columns, rows, INDENT).map(indented);
}

/** Everything, in the order of a plan. "(đề xuất)" stands where a number is not the plan's. */
export function movementText(movement: Movement): string {
  const sections: readonly (readonly [string, readonly TextColumn[], readonly (readonly string[])[]])[] = [
    [
      'CHỈ TIÊU',
      [{ title: 'Mục' }, { title: 'Chỉ tiêu', max: 90 }, { title: 'Mức' }, { title: 'Đến ngày' }],
      movement.targets.map(({ section, text, comparator, value, unit, deadline }) => [
        section,
        text,
        comparator !== null && value !== null ? targetText(comparator, value, unit ?? '') : '',
        deadline?.split('-').reverse().join('/') ?? '',
      ]),
    ],
    [
      'ĐỊNH MỨC KHEN',
      [{ title: 'Mục' }, { title: 'Định mức', max: 90 }, { title: 'Cho' }, { title: 'Số lượng', align: 'right' }],
      movement.quotas.map((quota) => [quota.source.section, quota.text, QUOTA_KINDS[quota.kind], limitText(quota)]),
    ],
    [
      'THỜI HẠN',
      [{ title: 'Mục' }, { title: 'Việc', max: 90 }, { title: 'Thời hạn' }],
      movement.calendar.map(({ source, text, when }) => [source.section, text, whenWords(when)]),
    ],
    ...movement.criteriaSets.map(
      (set) =>
        [
          `TIÊU CHÍ: ${nameOf(movement, set.audience)}${set.phase ? ` (giai đoạn ${set.phase})` : ''}`,
          [
            { title: 'Mã' },
            { title: 'Tiêu chí', max: 70 },
            { title: 'Điểm', align: 'right' },
            { title: 'Cách chấm', max: 70 },
          ],
          set.criteria.map((criterion) => [
            criterion.code,
            criterion.title,
            formatPoints(criterion.maxPoints),
            `${ruleWords(criterion.rule, criterion)}${criterion.proposed ? ' (đề xuất)' : ''}`,
          ]),
        ] as const,
    ),
  ];
  return [
    ...movementHead(movement),
    '',
    paint('BỘ TIÊU CHÍ', 'bold'),
    ...setLines(movement),
    ...sections.flatMap(([title, columns, rows]) =>
      rows.length === 0 ? [] : ['', paint(title, 'bold'), ...tableLines(columns, rows, INDENT).map(indented)],
    ),
  ].join('\n');
}

/** `4`, `20 % số đăng ký`, `4, 20 % số đăng ký`: both hold. */
function limitText({ max, percent, base }: Quota): string {
  const of = base === null ? 'chưa ghi của số nào' : QUOTA_BASES[base].toLowerCase();
  const limits = [max === null ? '' : String(max), percent === null ? '' : `${formatNumber(percent)} % ${of}`];
  return limits.filter((part) => part !== '').join(', ') || 'chưa ghi số';
}

const INDENT = 2;

function indented(line: string): string {
  return ' '.repeat(INDENT) + line;
}

function nameOf({ audiences }: Movement, kind: string): string {
  return audiences.find((audience) => audience.kind === kind)?.name ?? '';
}
