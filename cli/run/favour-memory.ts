/** Keeps the memory of a long run low: V8 otherwise lets garbage pile up while much memory is free. */
import { setFlagsFromString } from 'node:v8';

/** From this many files on, a third less memory is worth a quarter more time (measured on 1,000 workbooks). */
const MANY_FILES = 200;

/** Call before the files are read. */
export function favourMemory(files: number): void {
  if (files >= MANY_FILES) setFlagsFromString('--optimize-for-size');
}
