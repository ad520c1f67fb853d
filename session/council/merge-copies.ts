/**
 * Brings in decisions and votes of other copies of this workbook: every entry once, missing entries below the present
 * ones; then points, places and marks are brought up to date. Nothing is dropped; contradicting decisions wait for the
 * council.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Log } from '../../core/council/log.ts';
import type { NamedFile } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import type { Scored, Unscored } from '../run/check-and-score.ts';
import { load } from '../run/load.ts';
import { conflictText, mergeRecord, type RecordFrom, type RecordMerged } from './merge-record.ts';
import { readCopy } from './workbook-copy.ts';

interface Merge extends RecordMerged {
  /** Vietnamese sentences on added entries, on each copy's last seal beside ours, and on conflicts. */
  readonly messages: readonly string[];
  /** Files left out, each with one Vietnamese sentence. */
  readonly unused: readonly { readonly file: string; readonly reason: string }[];
}

type CopiesMerged = Merge & (Scored | Unscored);

const LABEL = 'Gộp quyết định từ bản sao';
/** Share of the progress bar that reading has reached. */
const READ = 0.3;

export async function mergeCopies(
  host: Host,
  files: readonly NamedFile[],
  progress: (done: number) => void = () => undefined,
): Promise<Result<CopiesMerged>> {
  const loaded = await load(host, (done) => progress(done * READ));
  if (!loaded.ok) return loaded;
  const { settings, log } = loaded.value;
  const { seals } = settings;
  const copies: RecordFrom[] = [];
  const unused: { file: string; reason: string }[] = [];
  for (const { name: file, bytes } of files) {
    const copy = readCopy(bytes, settings);
    if (copy.ok) copies.push({ ...copy.value, file });
    else unused.push({ file, reason: copy.refusal.message });
  }
  const [first] = unused;
  if (copies.length === 0 && first) {
    const all = unused.map(({ file, reason }) => `"${file}": ${reason}`).join(' ');
    return refuse('no-copy', all);
  }

  const merged = await mergeRecord(host, loaded.value, copies, LABEL, (part) => progress(READ + (1 - READ) * part));
  if (!merged.ok) return merged;
  const compared = copies.map((copy) => comparedText(copy, log, seals));
  const { decisions, votes } = merged.value;
  const found = `Đã đọc ${copies.length} bản sao: thêm ${decisions} quyết định, ${votes} biểu quyết.`;
  return done({ ...merged.value, messages: [found, ...compared, conflictText(merged.value)], unused });
}

/** How the ends of the two logs relate. `known` = our seals: a seal that only the copy still has was lost here. */
function comparedText(copy: RecordFrom, own: Log, known: readonly string[]): string {
  const ours = new Set(own.map(({ hash }) => hash));
  const theirs = new Set(copy.log.map(({ hash }) => hash));
  const lost = known.filter((seal) => !ours.has(seal) && theirs.has(seal)).length;
  if (lost > 0)
    return `Sổ này đã mất dòng quyết định mang dấu vết đã ghi nhận; bản "${copy.file}" còn giữ nên đã lấy lại.`;
  const hasOurs = own.every(({ hash }) => theirs.has(hash));
  const hasTheirs = copy.log.every(({ hash }) => ours.has(hash));
  if (hasOurs && hasTheirs) return `Dấu vết cuối của bản "${copy.file}" trùng với sổ này.`;
  if (hasOurs) return `Bản "${copy.file}" có đủ quyết định của sổ này và thêm ${copy.log.length - own.length} dòng.`;
  if (hasTheirs) return `Bản "${copy.file}" cũ hơn: sổ này có đủ các quyết định của bản đó.`;
  return `Bản "${copy.file}" thiếu quyết định của sổ này và có quyết định sổ này chưa có: hai bản đã tách nhau.`;
}
