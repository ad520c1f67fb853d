/**
 * Kind of a file by its content, as a result. Apart from the door of workbooks, so that who asks only this takes
 * nothing else along.
 */
import type { Result } from '../../../base/result.ts';
import { guarded } from './fault.ts';
import { type FileKind, fileKind } from './kind.ts';

/** A zip whose directory is broken or dangerous is a refusal. */
export function kindOf(bytes: Uint8Array): Result<FileKind> {
  return guarded(() => fileKind(bytes));
}
