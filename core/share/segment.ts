/**
 * Segments: files of entries that are written once and never changed, so that two machines never write the same file
 * and a synchronised folder has no conflicts. Read by content, whatever the file is called by now.
 */

import { Gunzip, gzipSync } from 'fflate';
import { type ReadEntry, readEntry, type SharedEntry } from './entry.ts';
import { digestOf } from './named-bytes.ts';

/** `<device, 16>.<digest of the file, 32>.tds.gz` */
const NAME = /^[0-9a-f]{16}\.([0-9a-f]{32})\.tds\.gz$/;
/** Characters of entries in one segment. */
const FULL = 4 * 1024 * 1024;
/** Bytes a segment may inflate to: a file that claims more is none of ours. */
const LARGEST = 64 * 1024 * 1024;
const SLICE = 64 * 1024;

interface Segment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The entries as segments of the device. The same entries give the same bytes. */
export function segmentsOf(device: string, entries: readonly SharedEntry[]): readonly Segment[] {
  const texts: string[] = [];
  let text = '';
  for (const { hash, body, signature } of entries) {
    if (text.length > FULL) {
      texts.push(text);
      text = '';
    }
    text += `${JSON.stringify({ hash, body, signature })}\n`;
  }
  return [...texts, text]
    .filter((text) => text !== '')
    .map((text) => {
      const bytes = gzipSync(new TextEncoder().encode(text), { mtime: 0 });
      return { name: `${device.slice(0, 16)}.${digestOf(bytes).slice(0, 32)}.tds.gz`, bytes };
    });
}

interface SegmentRead {
  readonly entries: readonly ReadEntry[];
  /** It is truncated or does not match its name: half copied, or damaged. */
  readonly torn: boolean;
}

/** The file begins like a segment, packed or unpacked. */
export function looksLikeSegment(head: Uint8Array): boolean {
  return (head[0] === 0x1f && head[1] === 0x8b) || head[0] === 0x7b;
}

/** A name of our own form: a file called so that cannot be read is still arriving. */
export function isSegmentName(name: string): boolean {
  return NAME.test(name);
}

/** Every sound entry of the file, up to where it is torn. Never throws. */
export function readSegment(name: string, bytes: Uint8Array): SegmentRead {
  const { text, whole } = unpacked(bytes);
  const lines = text.split('\n');
  // What follows the last line break is no line yet.
  const last = lines.pop() ?? '';
  const entries = lines.flatMap((line) => {
    try {
      return readEntry(JSON.parse(line)) ?? [];
    } catch {
      return [];
    }
  });
  const stated = NAME.exec(name)?.[1];
  const isOther = stated !== undefined && digestOf(bytes).slice(0, 32) !== stated;
  return { entries, torn: !whole || last !== '' || isOther };
}

function unpacked(bytes: Uint8Array): { readonly text: string; readonly whole: boolean } {
  const decoder = new TextDecoder('utf-8');
  if (bytes[0] === 0x7b) return { text: decoder.decode(bytes), whole: true };
  const chunks: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  try {
    const gunzip = new Gunzip((chunk, isLast) => {
      size += chunk.length;
      if (size > LARGEST) throw new RangeError('too large');
      chunks.push(chunk);
      whole = isLast ?? false;
    });
    for (let at = 0; at < bytes.length; at += SLICE) {
      gunzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
    }
  } catch {
    whole = false;
  }
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return { text: decoder.decode(all), whole };
}
