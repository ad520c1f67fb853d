/**
 * Files an officer adds as evidence → each with its place, digest and heading, or the sentence why it is not taken. Runs
 * in the page: the workbook's worker gets only the list.
 */
import { done, type Result, refuse } from '../../core/base/result.ts';
import { documentHead } from '../../core/report/evidence/document-head.ts';
import type { EvidenceFile, PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import { evidenceKind } from '../../core/report/evidence/evidence-kind.ts';
import { evidencePlacer } from '../../core/report/evidence/evidence-placer.ts';
import type { EvidencePlace } from '../../core/report/evidence/place-evidence.ts';
import type { NamedFile } from '../host/files.ts';
import type { Workspace } from '../pane/workspace-data.ts';
import type { LoadReaders } from '../plan/plan-text-of.ts';
import { digestOf } from './digest-of.ts';

/** A file the officer added; `place` where she chose the criterion herself, so that the name does not matter. */
export interface GivenFile extends NamedFile {
  readonly place?: { readonly unit: string; readonly criteria: readonly string[] };
}

interface ReadEvidence {
  readonly placed: readonly PlacedEvidence[];
  /** Digest → bytes, each file once. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Vietnamese sentences, each beginning with the file's name. */
  readonly left: readonly string[];
}

const ENDINGS = /\.(?:pdf|jpe?g|png|docx|xlsx)$/i;

export async function readGivenEvidence(
  received: readonly GivenFile[],
  { movement, register, period, sheets }: Workspace,
  readers: LoadReaders | undefined,
): Promise<Result<ReadEvidence>> {
  if (movement === null) return refuse('no-movement', 'Hãy nhận báo cáo và chọn phong trào trước khi thêm minh chứng.');
  const reports = sheets.flatMap(({ report }) => report ?? []);
  const { place, citesNumber } = evidencePlacer(reports, { movement, register, period });
  const { files, left } = await unpacked(received);
  const placed: PlacedEvidence[] = [];
  const bytes = new Map<string, Uint8Array>();
  for (const { name, bytes: content, place: known } of files) {
    const at = known ? { kind: 'placed' as const, ...known } : place(name);
    const kind = evidenceKind(name, content);
    if (at.kind !== 'placed' || !kind.ok) {
      left.push(`${name}: ${at.kind === 'placed' ? (kind.ok ? '' : kind.refusal.message) : unplaced(at)}`);
      continue;
    }
    const hash = await digestOf(content);
    const isCited = at.criteria.some((code) => citesNumber(at.unit, code));
    const head = isCited ? await headOf(content, kind.value, readers) : NO_HEAD;
    bytes.set(hash, content);
    const file: EvidenceFile = { name, hash, size: content.length, kind: kind.value, ...head };
    for (const criterion of at.criteria)
      placed.push({ ...file, unit: at.unit, criterion, state: 'given', who: '', reason: '' });
  }
  return done({ placed, bytes, left });
}

function unplaced(at: Exclude<EvidencePlace, { kind: 'placed' }>): string {
  return at.kind === 'question' ? `${at.reason.replace(/\.$/, '')} (${at.fits.join('; ')}).` : at.reason;
}

async function unpacked(
  received: readonly GivenFile[],
): Promise<{ readonly files: readonly GivenFile[]; readonly left: string[] }> {
  const files: GivenFile[] = [];
  const left: string[] = [];
  for (const file of received) {
    if (!/\.zip$/i.test(file.name)) {
      files.push(file);
      continue;
    }
    const made = (await import('../received/unzipped.ts')).unzipped(file, ENDINGS);
    if (!made.ok) left.push(`${file.name}: ${made.refusal.message}`);
    else {
      files.push(...made.value.files.map(({ name, bytes }) => ({ name: `${file.name}/${name}`, bytes })));
      left.push(...made.value.refused.map(({ file: name, reason }) => `${name}: ${reason}`));
    }
  }
  return { files, left };
}

const NO_HEAD = { number: null, date: null } as const;

async function headOf(
  bytes: Uint8Array,
  kind: EvidenceFile['kind'],
  readers: LoadReaders | undefined,
): Promise<Pick<EvidenceFile, 'number' | 'date'>> {
  if (kind !== 'word' && kind !== 'pdf') return NO_HEAD;
  const { planTextOf } = await import('../plan/plan-text-of.ts');
  const read = await planTextOf(bytes, (await readers?.()) ?? {});
  return read.ok && read.value.kind === 'text' ? documentHead(read.value.text) : NO_HEAD;
}
