/** Checks of the sheet's structure: is every criterion there once, unchanged, in sight. */

import type { Criterion } from '../movement/criteria-set.ts';
import type { Comparator } from '../movement/rule.ts';
import { formatNumber, formatPoints, toPoints } from '../quantity/points.ts';
import type { CellRef, ColumnRole, Entry } from '../report/report.ts';
import { foldKey } from '../text/text.ts';
import { isGraded } from './figures.ts';
import type { Check, Finding, Found } from './finding.ts';
import { readPlainNumbers } from './plain-numbers.ts';
import { partEntry, partsOf, type Run, remarksOf, type Subject } from './run.ts';
import { isSameTitle } from './same-title.ts';
import { quote } from './words.ts';

export const structureChecks: readonly Check[] = [
  { code: 'no-report-found', find: noReportFound },
  { code: 'missing-column', find: missingColumn },
  { code: 'hidden-content', find: hiddenContent },
  { code: 'duplicate-criterion', find: duplicateCriterion },
  { code: 'unknown-criterion', find: unknownCriterion },
  { code: 'missing-criterion', find: missingCriterion },
  { code: 'altered-criterion', find: alteredCriterion },
];

function noReportFound({ files }: Run): readonly Finding[] {
  return files
    .filter((file) => file.reports.length === 0)
    .map((file) => ({
      subject: null,
      file: file.name,
      cell: null,
      message: 'Trong tệp không có bảng nào khớp với bộ tiêu chí của phong trào.',
    }));
}

const COLUMN_NAMES: Readonly<Record<ColumnRole, string>> = {
  index: 'số thứ tự',
  code: 'mã tiêu chí',
  title: 'tên tiêu chí',
  unit: 'đơn vị tính',
  target: 'chỉ tiêu',
  max: 'điểm tối đa',
  method: 'cách chấm',
  numerator: 'số đạt (a)',
  denominator: 'tổng số (b)',
  value: 'kết quả',
  self: 'điểm tự chấm',
  appraised: 'điểm thẩm định',
  evidence: 'minh chứng',
  explanation: 'giải trình',
  baseline: 'số liệu ban đầu',
  exempted: 'số loại trừ',
};

function missingColumn({ subjects }: Run): readonly Finding[] {
  return subjects.flatMap((subject) =>
    remarksOf(subject, 'missing-column').map(({ role, cell }) => ({
      subject,
      cell,
      message: `Bảng không có cột ${COLUMN_NAMES[role]}.`,
      data: { column: role },
    })),
  );
}

/** Of sheets outside every report too: those belong to the file. */
function hiddenContent({ files, subjects }: Run): readonly Finding[] {
  const message = (what: string) => `Có số liệu trong phần bị ẩn: ${quote(what)}.`;
  const inReports = subjects.flatMap((subject) =>
    remarksOf(subject, 'hidden').map(({ what, cell, criterion }) => ({
      subject,
      ...(criterion === undefined ? {} : { line: criterion }),
      cell,
      message: message(what),
      data: { what },
    })),
  );
  const inFiles = files.flatMap((file) =>
    file.remarks.flatMap((remark): readonly Finding[] =>
      remark.kind === 'hidden'
        ? [
            {
              subject: null,
              file: file.name,
              cell: remark.cell,
              message: message(remark.what),
              data: { what: remark.what },
            },
          ]
        : [],
    ),
  );
  return [...inReports, ...inFiles];
}

function duplicateCriterion({ subjects }: Run): readonly Finding[] {
  return subjects.flatMap((subject) =>
    remarksOf(subject, 'duplicate-row').map(({ criterion, cell, first }) => ({
      subject,
      line: criterion,
      cell,
      message: `Tiêu chí ${criterion} đứng hai lần: ở ô ${first.address} và ô ${cell.address}.`,
      data: { first: first.address, second: cell.address },
    })),
  );
}

/** Reports on the sheet of their audience: on another's all rows are odd, and the cause is flagged once. */
function asked(subjects: readonly Subject[], found: Found): readonly Subject[] {
  return subjects.filter((subject) => !found.inReport(subject, 'wrong-audience'));
}

function unknownCriterion({ subjects }: Run, found: Found): readonly Finding[] {
  return asked(subjects, found).flatMap((subject) =>
    remarksOf(subject, 'unknown-row').map(({ text, cell }) => ({
      subject,
      cell,
      message: `Dòng ${quote(text)} không có trong bộ tiêu chí.`,
      data: { text },
    })),
  );
}

/** A form asks a unit only for what the unit fills in. */
function isAskedOfUnit({ filledBy, rule }: Criterion): boolean {
  return filledBy === 'unit' && !isGraded(rule);
}

/**
 * At the title of the row after which the criterion should stand. A bonus that is left out may be one that was not read; a row that is
 * there but hidden is flagged as hidden. Parts are looked for only where the sheet lists parts at all.
 */
function missingCriterion({ subjects }: Run, found: Found): readonly Finding[] {
  return asked(subjects, found).flatMap((subject) => {
    const findings: Finding[] = [];
    let before: CellRef | null = null;
    const missing = (line: string, title: string) => {
      if (found.on(subject, line, 'hidden-content')) return;
      const message = `Bảng thiếu tiêu chí ${line} ${quote(title)}.`;
      findings.push({ subject, line, cell: before, message, data: { title } });
    };
    for (const criterion of subject.set?.criteria ?? []) {
      const entry = subject.entries.get(criterion.code);
      if (entry === undefined) {
        // What the register decides, or the council alone may add, loses nothing where the unit's sheet does not list it.
        const isForm = subject.report.answers || criterion.bonus;
        const isAsked = criterion.filledBy !== 'register' && (!isForm || isAskedOfUnit(criterion));
        if (isAsked) missing(criterion.code, criterion.title);
        continue;
      }
      before = entry.title.cell;
      if (entry.parts === undefined || entry.parts.length === 0) continue;
      for (const part of partsOf(criterion.rule)) {
        const own = partEntry(entry, criterion.code, part.code);
        if (own === undefined) missing(`${criterion.code}.${part.code}`, part.title);
        else before = own.title.cell;
      }
    }
    return findings;
  });
}

function alteredCriterion({ subjects }: Run, found: Found): readonly Finding[] {
  return asked(subjects, found).flatMap((subject) =>
    (subject.set?.criteria ?? []).flatMap((criterion) => {
      const entry = subject.entries.get(criterion.code);
      if (entry === undefined) return [];
      const parts = partsOf(criterion.rule).flatMap((part) => {
        const own = partEntry(entry, criterion.code, part.code);
        const line = `${criterion.code}.${part.code}`;
        return own === undefined
          ? []
          : [...alteredTitle(subject, line, [part.title], own), ...alteredMax(subject, line, [part.maxPoints], own)];
      });
      return [
        ...alteredTitle(subject, criterion.code, [criterion.title, ...criterion.aliases], entry),
        ...alteredTarget(subject, criterion, entry),
        ...alteredMax(subject, criterion.code, printedMaxima(criterion), entry),
        ...parts,
      ];
    }),
  );
}

function alteredTitle(subject: Subject, line: string, titles: readonly string[], entry: Entry): readonly Finding[] {
  const { text, cell } = entry.title;
  if (titles.some((title) => isSameTitle(title, text))) return [];
  const message = `Tên tiêu chí ${line} trong bảng là ${quote(text)}, bộ tiêu chí là ${quote(titles[0] ?? '')}.`;
  return [{ subject, line, cell, message, data: { found: text, expected: titles[0] ?? '' } }];
}

/** The figures and the direction of the target as printed; text that has no figure says nothing against it. */
function alteredTarget(subject: Subject, criterion: Criterion, entry: Entry): readonly Finding[] {
  const { target, unit, code } = criterion;
  if (entry.target === undefined || target === null) return [];
  const { text, cell } = entry.target;
  const numbers = readPlainNumbers(text);
  const isTurned = (target.comparator.startsWith('lt') ? AT_LEAST : AT_MOST).test(foldKey(text));
  if (numbers.length === 0 || (numbers.includes(target.value) && !isTurned)) return [];
  const expected = `${COMPARATORS[target.comparator]} ${formatNumber(target.value)} ${unit}`.trim();
  const message = `Chỉ tiêu của tiêu chí ${code} trong bảng là ${quote(text)}, bộ tiêu chí là ${quote(expected)}.`;
  return [{ subject, line: code, cell, message, data: { found: text, expected: target.value } }];
}

const AT_MOST = /^(?:tối đa|không quá|dưới|nhỏ hơn|≤|<)/;
const AT_LEAST = /^(?:tối thiểu|ít nhất|trên|lớn hơn|≥|>)/;
const COMPARATORS: Readonly<Record<Comparator, string>> = {
  gt: 'trên',
  gte: 'tối thiểu',
  lt: 'dưới',
  lte: 'không quá',
  eq: '',
  soft: 'phấn đấu',
};

/** A deduction may be printed as 0, as its cap, or as minus its cap. */
function printedMaxima({ maxPoints, rule }: Criterion): readonly number[] {
  return rule.kind === 'deduction' ? [maxPoints, rule.cap, -rule.cap] : [maxPoints];
}

function alteredMax(subject: Subject, line: string, maxima: readonly number[], entry: Entry): readonly Finding[] {
  const reading = entry.max?.reading;
  if (entry.max === undefined || reading?.kind !== 'number') return [];
  const found = toPoints(reading.value);
  if (maxima.includes(found)) return [];
  const expected = formatPoints(maxima[0] ?? 0);
  return [
    {
      subject,
      line,
      cell: entry.max.cell,
      message: `Điểm tối đa của tiêu chí ${line} trong bảng là ${formatPoints(found)}, bộ tiêu chí là ${expected}.`,
      data: { found: found / 100, expected: (maxima[0] ?? 0) / 100 },
    },
  ];
}
