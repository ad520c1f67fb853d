/** Checks of the text's encoding and of what the file could do when opened. */
import type { ReadFile } from '../report/read.ts';
import type { Check, Finding } from './finding.ts';
import { groupBy } from './group-by.ts';
import { type Run, remarksOf, type Subject } from './run.ts';
import { listed, quote } from './words.ts';

export const textAndFileChecks: readonly Check[] = [
  { code: 'legacy-encoding', find: legacyEncoding },
  { code: 'external-link', find: externalLink },
  { code: 'macro-present', find: macroPresent },
  { code: 'injected-formula', find: injectedFormula },
];

const ENCODINGS = { tcvn3: 'TCVN3 (.VnTime)', vni: 'VNI' } as const;

/** Once a sheet, at its first such cell. */
function legacyEncoding({ subjects }: Run): readonly Finding[] {
  return subjects.flatMap((subject) =>
    [...groupBy(remarksOf(subject, 'legacy-text'), ({ cell }) => cell.sheet).values()].flatMap(
      (remarks): readonly Finding[] => {
        const [first] = remarks;
        if (first === undefined) return [];
        const count = remarks.reduce((sum, remark) => sum + remark.count, 0);
        const sample = `${quote(first.before)} đọc là ${quote(first.after)}`;
        const message = `${count} ô dùng phông chữ cũ ${ENCODINGS[first.encoding]}: ${sample}.`;
        return [{ subject, cell: first.cell, message, data: { encoding: first.encoding, count } }];
      },
    ),
  );
}

function externalLink(run: Run): readonly Finding[] {
  return run.files
    .filter((file) => file.externalLinks.length > 0)
    .map((file) => ({
      ...ofFile(run, file),
      cell: null,
      message: `Tệp liên kết với ${file.externalLinks.length} tệp khác: ${listed(file.externalLinks.map(quote))}.`,
      data: { count: file.externalLinks.length },
    }));
}

function macroPresent(run: Run): readonly Finding[] {
  return run.files
    .filter((file) => file.macros)
    .map((file) => ({ ...ofFile(run, file), cell: null, message: 'Tệp có mã macro (VBA).' }));
}

/** The file of one report speaks of that report's unit. */
function ofFile(run: Run, file: ReadFile): { readonly subject: Subject | null; readonly file: string } {
  const [first, ...others] = run.subjects.filter(({ report }) => file.reports.includes(report));
  return { subject: first !== undefined && others.length === 0 ? first : null, file: file.name };
}

function injectedFormula({ files, subjects }: Run): readonly Finding[] {
  const message = (text: string) => `Ô chứa nội dung Excel có thể chạy như công thức: ${quote(text)}.`;
  const inReports = subjects.flatMap((subject) =>
    remarksOf(subject, 'formula-text').map(({ text, cell }) => ({ subject, cell, message: message(text) })),
  );
  const inFiles = files.flatMap((file) =>
    file.remarks.flatMap((remark): readonly Finding[] =>
      remark.kind === 'formula-text'
        ? [{ subject: null, file: file.name, cell: remark.cell, message: message(remark.text) }]
        : [],
    ),
  );
  return [...inReports, ...inFiles];
}
