/** Turns the inputs of the command into facts to share, without those that somebody has shared already. */
import { basename } from 'node:path';
import { type SentResult, sentResultSchema } from '../../core/commune/result/sent-result.ts';
import type { Fact, FileFact } from '../../core/share/fact.ts';
import type { SharedFile } from '../../core/share/shared.ts';
import type { Standing } from '../../core/share/standing.ts';
import { jsonIn } from '../../session/json-in.ts';
import { fileFacts } from '../../session/share/facts.ts';
import type { Additions } from '../../session/share/take-part.ts';
import { unsentResults } from '../../session/share/unsent-results.ts';
import { loadFile, loadInput } from '../files/load-file.ts';
import { fromUser } from '../files/paths.ts';
import { type NotReport, walk } from '../files/walk.ts';
import { refuse } from '../usage-error.ts';

export interface NewFacts extends Additions {
  readonly notes: readonly NotReport[];
}

export function typedFileFacts(
  kind: FileFact['kind'],
  typed: readonly string[],
  known: readonly SharedFile[],
): NewFacts {
  if (typed.length === 0) return { facts: [], files: new Map(), notes: [] };
  const walked = walk(typed.map(fromUser));
  const notes: NotReport[] = [...walked.unreadable, ...walked.notReports];
  const handedOver = walked.inputs.flatMap((input) => {
    const loaded = loadInput(input);
    if (loaded.ok) return [{ name: basename(input.name), bytes: loaded.value }];
    notes.push({ file: input.name, reason: loaded.refusal.message });
    return [];
  });
  const { facts, files, refused } = fileFacts(kind, handedOver, known);
  return { facts, files, notes: [...notes, ...refused] };
}

/** From files of `score --results`; a result equal to this machine's last one for the period is not sent again. */
export function resultFacts(typed: readonly string[], device: string, standing: Standing): readonly Fact[] {
  const results = typed.map((path): SentResult => {
    const loaded = loadFile(fromUser(path));
    if (!loaded.ok) return refuse(`Không đọc được "${path}": ${loaded.refusal.message}`);
    const read = sentResultSchema.safeParse(jsonIn(loaded.value));
    return read.success ? read.data : refuse(`"${path}" không phải tệp kết quả của xã do lệnh score --results ghi ra.`);
  });
  return unsentResults(results, device, standing);
}
