/**
 * The plan's targets in the report: a row each, with the years before beside the last, who left a figure open, and what
 * the figures and remarks that the commune wrote down itself rest on.
 */
import { groupBy } from '../../base/group-by.ts';
import { isBySector } from '../../commune/result/commune-figure.ts';
import { figureWords, stateWords, type TargetResult } from '../../commune/result/commune-result.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { PaperFacts } from '../facts.ts';
import { ownFigures, remarkWords } from '../own-figures.ts';
import { BLANK, column, items, type PaperBlock, type PaperColumn, paragraph, table } from '../paper.ts';
import { resultWords } from '../target-words.ts';
import { inside, opening } from '../words.ts';

const PLACE_COLUMNS: readonly PaperColumn[] = [column('muc', 'Mục', 13, 'center'), column('han', 'Hạn', 15, 'center')];

/** With years beside each other there is no room for columns of section and day: both follow the words. */
function placeCells({ text, section, deadline }: TargetResult, isNarrow: boolean): readonly string[] {
  const day = deadline === null ? '' : formatDate(deadline);
  if (!isNarrow) return [opening(text), section, day];
  return [`${opening(text)} (mục ${section}${day === '' ? '' : `; hạn ${day}`})`];
}

/** The table, who left a figure open, and what the commune's own figures rest on. */
export function targetBlocks(facts: PaperFacts): readonly PaperBlock[] {
  const { run, commune, lastYear } = facts;
  if (run.movement.targets.length === 0) return [paragraph('Kế hoạch không đặt chỉ tiêu bằng số.')];
  if (commune === null) return [paragraph(`Kết quả từng chỉ tiêu: ${BLANK}.`)];
  const years = [...new Set(commune.targets.flatMap(({ earlier }) => earlier.map(({ period }) => period)))].sort();
  return [
    table(
      'chi_tieu',
      [
        column('stt', 'TT', 6, 'center'),
        column('chi_tieu', 'Chỉ tiêu của Kế hoạch', years.length === 0 ? 33 : 42),
        ...(years.length === 0 ? PLACE_COLUMNS : []),
        ...years.map((year, at) => column(`nam_${at + 1}`, `Kết quả ${year}`, 12, 'center')),
        column('ket_qua', lastYear === undefined ? 'Kết quả' : `Kết quả ${lastYear}`, 19, 'center'),
        column('danh_gia', 'Đánh giá', 14),
      ],
      commune.targets.map((target, at) => [
        String(at + 1),
        ...placeCells(target, years.length > 0),
        ...years.map((year) => {
          const before = target.earlier.find(({ period }) => period === year);
          return before ? (figureWords(before.figure.value, target) ?? '') : '';
        }),
        resultWords(target),
        stateWords(target),
      ]),
    ),
    ...unsure(commune.targets),
    ...ownSources(facts, commune.targets),
  ];
}

/** Units without a figure, those for the same reason named together; '' = each gave one. */
function unsureUnits({ units: { missing, doubtful } }: TargetResult): string {
  const byReason = [...groupBy(missing, ({ why }) => why)].map(
    ([why, own]) => `${own.map(({ unit }) => unit).join(', ')}${own.length === 1 ? '' : ':'} ${why}`,
  );
  const doubts = doubtful.length === 0 ? [] : [`số liệu còn nghi vấn của ${doubtful.join(', ')}`];
  return [...byReason, ...doubts].join('; ');
}

/**
 * Who did not give a figure, target by target, each by its number in the table and its words (codes are ours): the
 * state would be blamed on the commune otherwise. Targets that the same units leave open stand in one line, by number.
 */
function unsure(all: readonly TargetResult[]): readonly PaperBlock[] {
  const findings = all.flatMap((target, at) => {
    const who = unsureUnits(target);
    return who === '' ? [] : [{ who, number: at + 1, text: target.text }];
  });
  const lines = [...groupBy(findings, ({ who }) => who)].map(([who, own]) => {
    const [first] = own;
    const words = own.length === 1 && first ? ` “${inside(opening(first.text))}”` : '';
    return `Chỉ tiêu ${own.map(({ number }) => number).join(', ')}${words}: ${who}.`;
  });
  return lines.length === 0
    ? []
    : [paragraph('Đơn vị chưa cho số liệu hoặc số liệu còn nghi vấn (chỉ tiêu theo cột TT):'), items(...lines)];
}

/** What the commune wrote down of targets that no report and no portal measures, each by its number in the table. */
function ownSources(facts: PaperFacts, targets: readonly TargetResult[]): readonly PaperBlock[] {
  const lines = targets.flatMap((target, at) => {
    if (target.source !== 'told' && target.source !== 'none') return [];
    const rows = ownFigures(facts, target.code);
    const counted = isBySector(target) ? rows : rows.slice(-1);
    const words = counted.map(remarkWords).filter((text) => text !== '');
    return words.length === 0 ? [] : [`Chỉ tiêu ${at + 1} “${inside(opening(target.text))}”: ${words.join('; ')}.`];
  });
  if (lines.length === 0) return [];
  return [paragraph('Số liệu xã tự theo dõi, nhận xét của Hội đồng (chỉ tiêu theo cột TT):'), items(...lines)];
}
