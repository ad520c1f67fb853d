/** The number and the day in the heading of a document that is a picture: recognised when somebody asks for it. */
import { done, type Result, refuse } from '../../core/base/result.ts';
import { documentHead } from '../../core/report/evidence/document-head.ts';
import type { EvidenceFile } from '../../core/report/evidence/evidence-file.ts';
import { type LoadReaders, planTextOf, recognisedText } from '../plan/plan-text-of.ts';

type Heading = Pick<EvidenceFile, 'number' | 'date'>;

/** Only the first page is recognised. Refused where this page has no such reader, or nothing was found. */
export async function readHeading(
  bytes: Uint8Array,
  load: LoadReaders,
  onPage: (done: number) => void,
): Promise<Result<Heading>> {
  const readers = await load();
  const read = await planTextOf(bytes, readers);
  if (!read.ok) return read;
  if (read.value.kind === 'text') return found(documentHead(read.value.text));
  const { pictured } = read.value;
  const first = { ...pictured, pages: pictured.pages.slice(0, 1), pictures: [1] };
  const scanned = await recognisedText(first, readers, onPage, new AbortController().signal);
  return scanned.ok ? found(documentHead(scanned.value.text)) : scanned;
}

function found(heading: Heading): Result<Heading> {
  if (heading.number === null && heading.date === null)
    return refuse('no-heading', 'Không đọc được số, ngày văn bản trong ảnh: hãy đối chiếu bằng mắt.');
  return done(heading);
}
