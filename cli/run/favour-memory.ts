/**
 * Keeps the memory of a long run low: V8 otherwise lets garbage pile up while much memory is free, and moves data that
 * is only needed for the current file to the old heap. Between two files almost nothing is needed, so collecting the
 * young heap there takes a moment and moves almost nothing. The whole heap is collected once it has grown by a tenth of
 * what it must hold.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MANY_FILES = 200;
const SHARE = 1.1;
/** Bytes that may come on top. */
const ROOM = 32 * 1024 * 1024;
/** Bytes of young data after which we collect; V8 itself collects at about 16 MB, in the middle of a file. */
const YOUNG = 12 * 1024 * 1024;
/** Where nothing is swept, as while all reports are checked against each other, V8 lets the heap grow by this. */
const GROWTH = '--heap-growing-percent=15';

type Collecting = { readonly type: 'minor' } | { readonly type: 'major'; readonly flavor: 'last-resort' };
let collect: ((options?: Collecting) => void) | null = null;
/** Bytes in use after the last collection of the whole heap, and after the last one of any kind. */
let held = 0;
let before = 0;

/** Call before the files are read. */
export function favourMemory(files: number): void {
  if (files < MANY_FILES || collect) return;
  setFlagsFromString('--expose-gc');
  setFlagsFromString(GROWTH);
  collect = runInNewContext('gc');
  held = inUse();
  before = held;
}

/** Call after each file: collects where enough has piled up. */
export function sweep(): void {
  if (!collect || inUse() < before + YOUNG) return;
  collect({ type: 'minor' });
  before = inUse();
  if (before < held * SHARE + ROOM) return;
  collect();
  held = inUse();
  before = held;
}

/** Call between the parts of a run: what is left is moved together, and whole pages go back to the system. */
export function sweepAll(): void {
  if (!collect) return;
  collect({ type: 'major', flavor: 'last-resort' });
  held = inUse();
  before = held;
}

/** The same items, with a sweep after each. A generator would keep the item before while the next is made. */
export function swept<T>(items: Iterable<T>): Iterable<T> {
  const inner = items[Symbol.iterator]();
  const next = () => {
    sweep();
    return inner.next();
  };
  return { [Symbol.iterator]: () => ({ next }) };
}

function inUse(): number {
  return getHeapStatistics().used_heap_size;
}
