/**
 * Files beside the reports that units hand in as evidence: placed by their names, read as far as the checks need, each
 * known by its SHA-256. What cannot be placed is named with its reason.
 */
import { createHash } from 'node:crypto';
import { pdfLines } from '../../core/plan/file/pdf-lines.ts';
import { readPlanFile } from '../../core/plan/file/plan-file.ts';
import { documentHead } from '../../core/report/evidence/document-head.ts';
import type { EvidenceKind, PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import { evidenceKind, hasEvidenceEnding, TAKEN_KINDS } from '../../core/report/evidence/evidence-kind.ts';
import { evidencePlacer } from '../../core/report/evidence/evidence-placer.ts';
import type { EvidencePlace } from '../../core/report/evidence/place-evidence.ts';
import { foreignByName } from '../files/foreign-kind.ts';
import { loadInput } from '../files/load-file.ts';
import type { InputFile, NotReport } from '../files/walk.ts';
import { pdfFirstPage } from '../plan/pdf-text.ts';
import type { FileRead } from './read-reports.ts';

/** A file of evidence and where its bytes are. */
export interface EvidenceInput extends PlacedEvidence {
  readonly input: InputFile;
}

interface Gathered {
  readonly evidence: readonly EvidenceInput[];
  /** Without the workbooks that hold no report but are evidence. */
  readonly files: readonly FileRead[];
  readonly notReports: readonly NotReport[];
}

/** `notReports` = of the walk and of the reading; those with an input may be evidence. */
export async function gatherEvidence(
  files: readonly FileRead[],
  notReports: readonly NotReport[],
  known: Parameters<typeof evidencePlacer>[1],
): Promise<Gathered> {
  const reports = files.flatMap(({ read }) => read.reports);
  const { place, citesNumber } = evidencePlacer(reports, known);
  const evidence = new Map<string, EvidenceInput>();
  const left: NotReport[] = [];
  const taken = new Set<InputFile>();
  const heads = new Map<string, Pick<PlacedEvidence, 'number' | 'date'>>();
  for (const { input, file, reason } of candidates(files, notReports)) {
    const placed = place(file);
    if (placed.kind !== 'placed') {
      if (reason !== null) left.push({ file, reason: unplaced(reason, placed) });
      continue;
    }
    taken.add(input);
    const loaded = loadInput(input);
    const kind = loaded.ok ? evidenceKind(file, loaded.value) : loaded;
    if (!loaded.ok || !kind.ok) {
      left.push({ file, reason: kind.ok ? '' : kind.refusal.message });
      continue;
    }
    const hash = createHash('sha256').update(loaded.value).digest('hex');
    const isCited = placed.criteria.some((code) => citesNumber(placed.unit, code));
    if (isCited && !heads.has(hash)) heads.set(hash, await headOf(loaded.value, kind.value));
    const own = { name: file, hash, size: loaded.value.length, kind: kind.value, input };
    const head = heads.get(hash) ?? NO_HEAD;
    for (const criterion of placed.criteria)
      evidence.set(JSON.stringify([placed.unit, criterion, hash]), {
        ...{ ...own, ...head, unit: placed.unit, criterion },
        ...{ state: 'given', who: '', reason: '' },
      });
  }
  return {
    evidence: [...evidence.values()],
    files: files.filter(({ input }) => !taken.has(input)),
    notReports: [
      ...notReports.filter(({ input }) => input === undefined).map((named) => asEvidence(named, place)),
      ...left,
    ],
  };
}

interface Candidate {
  readonly input: InputFile;
  readonly file: string;
  /** Why it is no report; null = a workbook without a report, which a flag names where it is no evidence. */
  readonly reason: string | null;
}

function candidates(files: readonly FileRead[], notReports: readonly NotReport[]): readonly Candidate[] {
  return [
    ...notReports.flatMap(({ input, file, reason }) => (input === undefined ? [] : [{ input, file, reason }])),
    ...files.flatMap(({ input, read }) =>
      read.reports.length === 0 && hasEvidenceEnding(input.name) ? [{ input, file: input.name, reason: null }] : [],
    ),
  ];
}

/** A photograph of a telephone or a list named as evidence: what to ask for is evidence of another kind, not a report. */
function asEvidence(named: NotReport, place: ReturnType<typeof evidencePlacer>['place']): NotReport {
  if (foreignByName(named.file) === null) return named;
  const placed = place(named.file);
  if (placed.kind !== 'placed') return named;
  const of = `${placed.unit}, tiêu chí ${placed.criteria.join(', ')}`;
  return { ...named, reason: `Tên tệp là minh chứng của ${of}, nhưng loại tệp này chưa nhận; ${TAKEN_KINDS}.` };
}

function unplaced(reason: string, place: Exclude<EvidencePlace, { kind: 'placed' }>): string {
  const fits = place.kind === 'question' ? ` (${place.fits.join('; ')})` : '';
  return `${reason} Nếu là minh chứng: ${place.reason.replace(/\.$/, '')}${fits}.`;
}

const NO_HEAD = { number: null, date: null } as const;

async function headOf(bytes: Uint8Array, kind: EvidenceKind): Promise<Pick<PlacedEvidence, 'number' | 'date'>> {
  if (kind === 'word') {
    const read = readPlanFile(bytes);
    return read.kind === 'text' ? documentHead(read.text) : NO_HEAD;
  }
  if (kind !== 'pdf') return NO_HEAD;
  const read = await pdfFirstPage(bytes);
  return read === null ? NO_HEAD : documentHead(pdfLines([read]));
}
