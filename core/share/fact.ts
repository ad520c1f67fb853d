/**
 * The facts an entry can carry. A table by kind: its name, which roles may add it, its shape; a new kind does not
 * compile until it has all three.
 */
import * as z from 'zod/mini';
import { parsePeriod } from '../base/period/period.ts';
import { sentResultSchema } from '../commune/result/sent-result.ts';
import { entrySchema } from '../council/entry.ts';
import { isAppraisal } from '../council/entry-kinds.ts';
import { INSTANT } from '../council/sealed-columns.ts';
import { sessionEntrySchema } from '../council/session-log.ts';
import { voteEntrySchema } from '../council/vote-log.ts';
import { observationSchema } from '../portal/indicator/observation.ts';
import { digestSchema, LARGEST_FILE } from './named-bytes.ts';
import { isCut, type NamedBytes } from './pieces.ts';
import { type Role, roleSchema } from './role.ts';
import { LONGEST_NAME } from './tidy-name.ts';

/** An instant that is there: by the form alone a thirteenth month is one too, and no clock could show it. */
export function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}
const instantSchema = z.string().check(z.refine(isInstant));
/** Subject public key info of an ECDSA P-256 key, in hexadecimal. */
const publicKey = z.string().check(z.regex(/^(?:[0-9a-f]{2}){80,160}$/));
const words = z.string().check(z.minLength(1), z.maxLength(LONGEST_NAME));

const bytesShape = { sha256: digestSchema, size: z.int().check(z.gte(0), z.lte(LARGEST_FILE)) };
const file = z.readonly(
  z.strictObject({
    name: words,
    ...bytesShape,
    /** Hash of the entry whose file this one takes the place of; that one stays to be seen. */
    replaces: z.nullable(digestSchema),
  }),
);
/** A file of evidence: whole up to the size of a report, or in pieces. */
const proof = z.readonly(
  z
    .strictObject({
      name: words,
      sha256: digestSchema,
      size: z.int().check(z.gte(0)),
      pieces: z.optional(z.readonly(z.array(digestSchema))),
    })
    .check(z.refine((value) => (value.pieces === undefined ? value.size <= LARGEST_FILE : isCut(value)))),
);
const device = { key: publicKey, name: words };

const SHAPES = {
  founding: z.strictObject({
    ...{ kind: z.literal('founding'), ...device, title: words },
    /** Key of the recovery code: on paper, in a safe. It stands above the founding device. */
    recovery: z.optional(publicKey),
  }),
  joining: z.strictObject({ kind: z.literal('joining'), ...device }),
  admission: z.strictObject({ kind: z.literal('admission'), device: digestSchema, role: roleSchema, name: words }),
  revocation: z.strictObject({
    kind: z.literal('revocation'),
    device: digestSchema,
    /** Number of the device's last entry that still counts. */
    upTo: z.int().check(z.gte(0)),
    reason: words,
  }),
  movement: z.strictObject({ kind: z.literal('movement'), file }),
  register: z.strictObject({ kind: z.literal('register'), file }),
  report: z.strictObject({ kind: z.literal('report'), file }),
  /**
   * Anybody with the link's secret may hand in for the unit and period. The secret is a private key; `key` is its
   * public half.
   */
  link: z.strictObject({
    kind: z.literal('link'),
    key: publicKey,
    /** SHA-256 of the secret: by it the server finds the link. */
    secret: digestSchema,
    unit: words,
    audience: words,
    period: z.string().check(z.refine((text) => parsePeriod(text) !== undefined)),
    /** What is handed in later is not taken: the deadline and the days of grace, as the officer set them. */
    until: instantSchema,
    /** The movement with only the criteria set of the form, as JSON. */
    form: z.readonly(z.strictObject(bytesShape)),
    /** Device of the earlier link for the same unit and period, when this link replaces it. */
    instead: z.nullable(digestSchema),
  }),
  'link-end': z.strictObject({
    kind: z.literal('link-end'),
    device: digestSchema,
    /** Number of the link's last entry that still counts. */
    upTo: z.int().check(z.gte(0)),
    reason: words,
  }),
  /**
   * What the appraisal left of a unit's points, and why, for whoever has the unit's link; until `until` the unit may
   * explain itself. A later notice to the same link stands above an earlier one.
   */
  appraised: z.strictObject({
    kind: z.literal('appraised'),
    /** The link's. */
    device: digestSchema,
    until: instantSchema,
    /** JSON of an AppraisalNotice (core/share/appraisal-notice.ts). */
    file: z.readonly(z.strictObject(bytesShape)),
  }),
  /**
   * Signed with a link's key. The unit and the period come from the link, never from this entry; a later entry of the
   * same link replaces it, unless it is evidence.
   */
  'handed-in': z
    .strictObject({
      kind: z.literal('handed-in'),
      file: proof,
      /** Code of the criterion the file is evidence for; absent = it is the report. */
      criterion: z.optional(words),
      /** Hash of the `appraised` entry that the file, the unit's explanations, answers; absent = it is no explanation. */
      explains: z.optional(digestSchema),
    })
    .check(z.refine(({ file, criterion, explains }) => file.pieces === undefined || isProof({ criterion, explains }))),
  /** Evidence an officer took in for a criterion of a unit. */
  evidence: z.strictObject({
    kind: z.literal('evidence'),
    unit: words,
    period: z.string().check(z.refine((text) => parsePeriod(text) !== undefined)),
    criterion: words,
    file: proof,
  }),
  /** These bytes must not be opened any more: every carrier destroys their key. The entries about them stay. */
  sealing: z.strictObject({ kind: z.literal('sealing'), file: digestSchema, reason: words }),
  /** Of a device whose key was used in two places: between the two numbers these entries count, and no others. */
  healing: z.strictObject({
    ...{ kind: z.literal('healing'), device: digestSchema, reason: words },
    ...{ first: z.int().check(z.gte(1)), last: z.int().check(z.gte(1), z.lte(2 ** 31 - 1)) },
    entries: z.readonly(z.array(digestSchema).check(z.minLength(1), z.maxLength(500))),
  }),
  observation: z.strictObject({ kind: z.literal('observation'), observation: observationSchema }),
  decision: z.strictObject({
    kind: z.literal('decision'),
    entry: entrySchema.check(z.refine(({ kind }) => !isAppraisal(kind))),
  }),
  /** In the same log, but from the appraisers' round: the role that writes these decides nothing. */
  appraisal: z.strictObject({
    kind: z.literal('appraisal'),
    entry: entrySchema.check(z.refine(({ kind }) => isAppraisal(kind))),
  }),
  vote: z.strictObject({ kind: z.literal('vote'), entry: voteEntrySchema }),
  session: z.strictObject({ kind: z.literal('session'), entry: sessionEntrySchema }),
  /** In a province's book: the result of a commune. A later result of the same period replaces it. */
  result: z.strictObject({ kind: z.literal('result'), result: z.readonly(sentResultSchema) }),
} as const;

type FactKind = keyof typeof SHAPES;
type FactOf<K extends FactKind> = z.infer<(typeof SHAPES)[K]>;
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];
/** Facts that bring a file. */
export type FileFact = FactOf<'movement' | 'register' | 'report'>;
export type LinkFact = FactOf<'link'>;

const CHAIR: readonly Role[] = ['chair'];
/** The member who runs the book from day to day. */
export const WORKERS: readonly Role[] = ['chair', 'officer'];
const DECIDERS: readonly Role[] = ['chair', 'council'];

/** `by: null` = anybody's: it gives no right; `link` = a link's key, and no other. */
export const FACT_KINDS: Readonly<
  Record<FactKind, { readonly name: string; readonly by: readonly Role[] | 'link' | null }>
> = {
  founding: { name: 'lập sổ chung', by: null },
  joining: { name: 'xin tham gia', by: null },
  admission: { name: 'cho máy tham gia', by: CHAIR },
  revocation: { name: 'thôi quyền của máy', by: CHAIR },
  movement: { name: 'hồ sơ phong trào', by: WORKERS },
  register: { name: 'danh sách đơn vị', by: WORKERS },
  report: { name: 'báo cáo của đơn vị', by: ['chair', 'officer', 'unit'] },
  link: { name: 'liên kết nộp báo cáo', by: WORKERS },
  'link-end': { name: 'thu hồi liên kết nộp', by: WORKERS },
  appraised: { name: 'kết quả thẩm định gửi đơn vị', by: WORKERS },
  'handed-in': { name: 'báo cáo, minh chứng, giải trình nộp qua liên kết', by: 'link' },
  evidence: { name: 'minh chứng', by: WORKERS },
  sealing: { name: 'niêm phong tệp', by: CHAIR },
  healing: { name: 'nối lại máy có khóa dùng ở hai nơi', by: CHAIR },
  observation: { name: 'số liệu Cổng', by: WORKERS },
  decision: { name: 'quyết định', by: DECIDERS },
  appraisal: { name: 'điểm thẩm định', by: [...DECIDERS, 'appraiser'] },
  vote: { name: 'biểu quyết', by: DECIDERS },
  session: { name: 'phiên họp', by: DECIDERS },
  result: { name: 'kết quả của xã', by: ['commune'] },
};

/** The fact, or null where it is of a kind or shape this version does not know. */
export function readFact(value: { readonly kind: string }): Fact | null {
  const shape = Object.hasOwn(SHAPES, value.kind) ? SHAPES[value.kind as FactKind] : null;
  const parsed = shape?.safeParse(value);
  return parsed?.success ? parsed.data : null;
}

export function isFileFact(fact: Fact): fact is FileFact {
  return fact.kind === 'report' || fact.kind === 'movement' || fact.kind === 'register';
}

/** True for a handed-in file that is evidence, no report and no explanation. */
function isProof({ criterion, explains }: { readonly criterion?: unknown; readonly explains?: unknown }): boolean {
  return criterion !== undefined && explains === undefined;
}

/** The bytes a fact names, which travel beside it. */
export function bytesNamed(fact: Fact): NamedBytes | null {
  if (isFileFact(fact) || fact.kind === 'handed-in' || fact.kind === 'evidence' || fact.kind === 'appraised')
    return fact.file;
  return fact.kind === 'link' ? fact.form : null;
}
