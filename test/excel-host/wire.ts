/**
 * The message the real Excel client sends at each `sync`, and what it expects back: one JSON document with the actions
 * in call order and the paths of the objects they act on. Anything of another shape is our mistake about the client: it
 * throws.
 */
import { z } from 'zod';

/**
 * Kinds of object paths: 1 the workbook, 3 a method that returns an object, 4 a property, 5 an item of a collection, 6
 * a tracked reference, 7 null.
 */
const argumentInfo = z.strictObject({
  Arguments: z.array(z.unknown()).optional(),
  ReferencedObjectPathIds: z.array(z.unknown()).optional(),
});

const objectPath = z.strictObject({
  Id: z.int(),
  ObjectPathType: z.int(),
  Name: z.string(),
  ParentObjectPathId: z.int().optional(),
  ArgumentInfo: argumentInfo.optional(),
  D: z.boolean().optional(),
});

const queryInfo = z.strictObject({
  Select: z.array(z.string()).optional(),
  Expand: z.array(z.string()).optional(),
  Top: z.int().optional(),
  Skip: z.int().optional(),
});

/** Kinds of actions: 1 new object, 2 query, 3 call, 4 set, 5 marker. `L` lists objects not used any more. */
const action = z.strictObject({
  Id: z.int(),
  ActionType: z.int(),
  Name: z.string(),
  ObjectPathId: z.int(),
  ArgumentInfo: argumentInfo.optional(),
  QueryInfo: queryInfo.optional(),
  L: z.array(z.int()).optional(),
});

const message = z.strictObject({
  AutoKeepReference: z.boolean(),
  Actions: z.array(action),
  ObjectPaths: z.record(z.string(), objectPath),
});

export type WireAction = z.infer<typeof action>;
export type WireMessage = z.infer<typeof message>;
export type WireQuery = z.infer<typeof queryInfo>;
export type WireArguments = z.infer<typeof argumentInfo>;

/** What the client reads from the answer. */
export interface WireAnswer {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: {
    readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
    readonly TraceIds?: readonly number[];
    readonly Error?: {
      readonly Code: string;
      readonly Message: string;
      readonly Location: string;
      readonly ActionIndex: number;
      readonly HttpStatusCode: number;
    };
  } | null;
}

/** Parses the text of a request. */
export function parseMessage(text: string): WireMessage {
  return message.parse(JSON.parse(text));
}
