/** Evidence files: the list in the workbook, with what became of each. The surface stores the files themselves. */
import type { Result } from '../../core/base/result.ts';
import type { PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import { writeEvidence } from '../book/evidence.ts';
import type { Progress } from '../host/files.ts';
import { checkAndScore, scoreAfter } from '../run/check-and-score.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

export type EvidenceWork = ReturnType<typeof evidenceWork>;

const LABEL = 'Ghi minh chứng';

export function evidenceWork({ host, finish, finishScored }: WorkTools) {
  return {
    /** Records files just handed in, or an officer's finding on them, then checks anew. */
    noteEvidence: async (
      files: readonly PlacedEvidence[],
      messages: readonly string[],
      left: readonly string[],
      progress: Progress,
    ): Promise<Result<Done>> => {
      if (files.length === 0) return finish(null, messages, left);
      const written = await writeEvidence(host, files);
      if (!written.ok) return written;
      // A file that is opened or accepted changes no flag.
      if (files.every(({ state }) => state === 'opened' || state === 'accepted'))
        return finish(written.value.undo, messages, left);
      return finishScored(await scoreAfter(written.value, LABEL, () => checkAndScore(host, progress)), messages, left);
    },
  };
}
