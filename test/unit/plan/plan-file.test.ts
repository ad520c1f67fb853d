/** What a plan's file is, by its first bytes: read, left to a larger reader, or one sentence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../core/plan/file/plan-file.ts';
import { numberedDocx } from '../../fixtures/numbered-docx.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const DOC = join(import.meta.dirname, '../../fixtures/plans-doc/trung-khanh-2026.doc');

describe('the file of a plan', () => {
  it.each([
    ['.doc', new Uint8Array(readFileSync(DOC)), /Phát động phong trào thi đua/],
    ['.docx', numberedDocx('1. Mục tiêu'), /^1\. Mục tiêu$/],
    ['.txt', new TextEncoder().encode('Mục tiêu'), /^Mục tiêu$/],
  ])('%s is text', (_kind, file, text) => {
    expect(readPlanFile(file)).toEqual({ kind: 'text', text: expect.stringMatching(text) });
  });

  it.each([
    ['pdf', '%PDF-1.7\n'],
    ['pdf', '\u00ef\u00bb\u00bf%PDF-1.4\n'],
    ['picture', '\u0089PNG\r\n'],
    ['picture', '\u00ff\u00d8\u00ff\u00e0'],
  ])('is a %s by its first bytes', (kind, head) => {
    expect(readPlanFile(bytes(head))).toEqual({ kind });
  });

  it.each([
    ['RTF', '{\\rtf1\\ansi', /RTF/],
    ['a page of the web', '<html xmlns:w="urn:x"><body>80%', /trang web/],
    ['a page saved whole', 'MIME-Version: 1.0\r\nContent-Type: multipart', /trang web/],
    ['Word as XML', '<?xml version="1.0"?><?mso-application progid="Word.Document"?>', /Word dạng XML/],
    ['Word 2', '\u00db\u00a5-\u0000', /Word rất cũ/],
    ['a picture of another kind', 'II*\u0000', /\.png hoặc \.jpg/],
    ['a photo of a telephone', '\u0000\u0000\u0000\u0018ftypheic', /\.png hoặc \.jpg/],
    ['an .xls', `\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1${'\u0000'.repeat(20)}`, /\.doc\) bị hỏng/],
    ['a .zip', 'PK\u0003\u0004', /Word/],
    ['bytes of no kind', `\u0001${'\u0000'.repeat(5)}`, /không phải văn bản/],
    ['nothing', '', /rỗng/],
  ])('that is %s is refused in a sentence', (_what, head, reason) => {
    expect(readPlanFile(bytes(head))).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  });
});
