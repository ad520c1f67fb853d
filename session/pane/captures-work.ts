/** Figures of the portal come into the workbook. */
import type { Result } from '../../core/base/result.ts';
import type { PageRuntime } from '../captures/extension-port.ts';
import type { HandOver } from '../captures/hand-over.ts';
import type { NamedFile, Progress } from '../host/files.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

export type CapturesWork = ReturnType<typeof capturesWork>;

export function capturesWork({ host, now, finish }: WorkTools) {
  return {
    /** A captures file, or text pasted from the portal. */
    importCaptures: async (from: NamedFile | string, progress: Progress): Promise<Result<Done>> => {
      const { importCaptures } = await import('../captures/import-captures.ts');
      const imported = await importCaptures(host, from, now(), progress);
      if (!imported.ok) return imported;
      const { observations, undo: record, refused } = imported.value;
      return finish(record, [`Đã nhận ${observations.length} số liệu từ Cổng.`], refused);
    },
    /** Captures that wait in the browser extension come into the workbook. */
    takeWaiting: async (runtime: PageRuntime, progress: Progress): Promise<Result<Done>> => {
      const { takeWaiting } = await import('../captures/hand-over.ts');
      const taken = await takeWaiting(host, runtime, progress);
      return taken.ok ? finish(taken.value.undo, takenText(taken.value), taken.value.refused) : taken;
    },
  };
}

function takenText({ captures, observations, acknowledged }: HandOver): readonly string[] {
  if (captures === 0) return ['Tiện ích không có bản chụp nào chờ chuyển.'];
  const text = `Đã nhận ${captures} bản chụp (${observations} số liệu) từ tiện ích trình duyệt.`;
  return acknowledged ? [text] : [text, 'Tiện ích chưa nhận được tin này; lấy lại lần nữa cũng không nhập hai lần.'];
}
