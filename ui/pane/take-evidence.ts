/** Places files of evidence, stores their bytes in this browser, and writes the list into the workbook. */
import type { Result } from '../../core/base/result.ts';
import { evidenceKey } from '../../core/sheets/evidence-sheet.ts';
import { type GivenFile, readGivenEvidence } from '../../session/evidence/read-files.ts';
import type { Progress } from '../../session/host/files.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Done, Workspace } from '../../session/pane/workspace-data.ts';
import type { LoadReaders } from '../../session/plan/plan-text-of.ts';
import { keepEvidence } from './evidence-store.ts';

interface World {
  readonly session: Pick<PaneSession, 'noteEvidence'>;
  readonly workspace: Workspace;
  readonly planReaders: LoadReaders | undefined;
}

const NOT_STORED = 'Trình duyệt không giữ được tệp minh chứng: mở lại trang thì phải chọn lại tệp để xem.';

export async function takeEvidence(
  received: readonly GivenFile[],
  { session, workspace, planReaders }: World,
  progress: Progress,
): Promise<Result<Done>> {
  const read = await readGivenEvidence(received, workspace, planReaders);
  if (!read.ok) return read;
  const { placed, bytes, left } = read.value;
  const standing = new Set(workspace.evidence.map(evidenceKey));
  const isStored = await keepEvidence(bytes);
  const rows = new Set(placed.map(({ unit, criterion }) => JSON.stringify([unit, criterion]))).size;
  return session.noteEvidence(
    placed.filter((file) => !standing.has(evidenceKey(file))),
    bytes.size === 0 ? [] : [`Đã nhận ${bytes.size} tệp minh chứng cho ${rows} tiêu chí.`],
    isStored ? left : [...left, NOT_STORED],
    progress,
  );
}
