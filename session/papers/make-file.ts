/** The files an officer takes away, by what they are: who asks for forms fetches nothing of the papers. */

import type { Period } from '../../core/base/period/period.ts';
import type { Result } from '../../core/base/result.ts';
import type { CopyRequest } from '../dossier/copy-book.ts';
import { followUpZip } from '../forms/follow-up-zip.ts';
import { formsZip } from '../forms/forms-zip.ts';
import { tallyZip } from '../forms/tally-zip.ts';
import type { FileMade, NamedFile, Progress } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { resultBook } from './result-book.ts';

/**
 * The Word papers, in one .zip; the workbook of results, ready to print; a form for each unit, in one .zip; the short
 * forms of a month or quarter; what each appraiser fills in, in one .zip; the books of households of an audience's units; a dossier copied.
 */
export type OutputKind =
  | 'papers'
  | 'results'
  | 'forms'
  | 'appraisals'
  | { readonly kind: 'follow-up'; readonly period: Period }
  | { readonly kind: 'tally'; readonly audience: string; readonly period: Period }
  | CopyRequest;

export function makeFile(
  host: Host,
  kind: OutputKind,
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
        return import('../dossier/copy-book.ts').then(({ copyBook }) => copyBook(host, kind));
    }
  switch (kind) {
    case 'papers':
      return import('./papers-zip.ts').then(({ papersZip }) => papersZip(host, templates, progress));
    case 'results':
      return resultBook(host);
    case 'forms':
      return formsZip(host);
    case 'appraisals':
      return import('../forms/appraisal-slips.ts').then(({ appraisalSlips }) => appraisalSlips(host));
  }
}
