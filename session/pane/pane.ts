/**
 * The session of the task pane. Opening loads only the code that shows a workbook; the code that changes it
 * (pane-work.ts) follows once it is open.
 */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { HEADINGS } from '../../core/movements/headings.ts';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import { type PageRuntime, pageRuntime } from '../captures/extension-port.ts';
import type { Host } from '../host/port.ts';
import { undoStack } from '../undo/undo.ts';
import type { UndoStore } from '../undo/undo-store.ts';
import { FETCHED_ACTS } from './fetched-acts.ts';
import type { FetchedWork, PaneSession } from './pane-session.ts';
import type { PaneWork } from './pane-work.ts';
import type { PaneTools } from './tools.ts';
import type { Workspace } from './workspace-data.ts';

const loadWork = () => import('./use-cases.ts');

interface SessionWorld {
  /** ISO instant with offset. */
  readonly now?: () => string;
  /** The browser's channel to its extensions, where pages have one. */
  readonly runtime?: PageRuntime | undefined;
  /** Where the runs that can be taken back outlive the page. */
  readonly undoStore?: UndoStore;
}

export function paneSession(host: Host, world: SessionWorld = {}): PaneSession {
  const { now = () => hanoiTime(new Date()), runtime = pageRuntime(), undoStore } = world;
  const undo = undoStack(host, undoStore);

  const waiting: PaneTools['waiting'] = { resent: [] };

  const open = async (progress?: (done: number) => void): Promise<Result<Workspace>> => {
    const [read, { openBook }] = await Promise.all([host.read(progress), import('./opening.ts')]);
    if (!read.ok) return read;
    const opened = await openBook(read.value, undo.last());
    return opened.ok ? done(withResent(opened.value)) : opened;
  };
  const withResent = (workspace: Workspace): Workspace => ({
    ...workspace,
    resent: waiting.resent.map(({ file, old }) => ({ file: file.name, old })),
  });
  /**
   * Loaded while the officer looks, so that it is there when the network is not. A failed load is repeated when it is
   * needed.
   */
  const prepare = (): void => {
    for (const part of [loadWork(), host.prepare?.()]) part?.catch(() => undefined);
  };
  let work: PaneWork | null = null;
  /** The use case with this name, loaded on first use. */
  const later = <K extends keyof PaneWork>(name: K): PaneWork[K] => {
    const call = async (...args: readonly never[]): Promise<unknown> => {
      work ??= (await loadWork()).paneWork({ host, now, undo, open, waiting, withResent });
      const act: (...all: never[]) => unknown = work[name];
      return act(...args);
    };
    return call as PaneWork[K];
  };

  return {
    kind: host.capabilities.kind,
    movements: HEADINGS,
    open: async (progress) => {
      const opened = await open(progress);
      prepare();
      return opened;
    },
    ballot: async () => (await import('../council/ballot.ts')).ballotIn(host),
    seePapers: async () => (await import('../papers/see-papers.ts')).seePapers(host),
    whatIf: async (trial) => (await import('../council/what-if.ts')).whatIfIn(host, trial),
    ...fetched(later),
    extension: runtime
      ? {
          waiting: async () => (await import('../captures/hand-over.ts')).waitingIn(runtime),
          take: (progress) => later('takeWaiting')(runtime, progress),
        }
      : null,
    makeFile: async (...args) => (await import('../papers/make-file.ts')).makeFile(host, ...args),
    makeFolder: async (...args) => (await import('../papers/papers-folder.ts')).papersFolder(host, ...args),
    select: async ({ sheet, address }) => {
      const at = fromA1(address);
      return at ? host.select(sheet, at.row, at.column) : refuse('not-found', `Không có ô ${address}.`);
    },
    watch: (changed) => {
      let stop: (() => void) | null = null;
      let isStopped = false;
      void host.watch(changed).then((stopWatching) => {
        if (isStopped) stopWatching();
        else stop = stopWatching;
      });
      return () => {
        isStopped = true;
        stop?.();
      };
    },
  };
}

/** Each act under its name. */
function fetched(later: <K extends keyof PaneWork>(name: K) => PaneWork[K]): FetchedWork {
  const names = Object.keys(FETCHED_ACTS) as (keyof FetchedWork)[];
  return Object.fromEntries(names.map((name) => [name, later(name)])) as unknown as FetchedWork;
}
