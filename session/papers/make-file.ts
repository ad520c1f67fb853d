/** The files an officer takes away, by what they are. */
import type { Result } from '../../core/base/result.ts';
import { followUpZip } from '../forms/follow-up-zip.ts';
import { formsZip } from '../forms/forms-zip.ts';
import { tallyZip } from '../forms/tally-zip.ts';
import type { Host } from '../host/port.ts';
import type { FileKind, FileMade, NamedFile, Progress } from '../pane/pane-session.ts';
import { papersZip } from './papers-zip.ts';
import { resultBook } from './result-book.ts';

export function makeFile(
  host: Host,
  kind: FileKind,
  progress: Progress,
  templates: readonly NamedFile[] = [],
): Promise<Result<FileMade>> {
  if (typeof kind === 'object')
    switch (kind.kind) {
      case 'follow-up':
        return followUpZip(host, kind.period);
      case 'tally':
        return tallyZip(host, kind.audience, kind.period);
      case 'copy':
        return import('../book/copy-book.ts').then(({ copyBook }) => copyBook(host, kind));
    }
  switch (kind) {
    case 'papers':
      return papersZip(host, templates, progress);
    case 'results':
      return resultBook(host);
    case 'forms':
      return formsZip(host);
  }
}
