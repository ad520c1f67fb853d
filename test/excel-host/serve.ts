/**
 * Runs a message of the client against the book: actions strictly in order, stopped by the first error; what ran before
 * it stays. Objects are found by their paths when first needed, tracked references outlive the message.
 */
import { HostError, notModelled, refuse } from './host-error.ts';
import type { HostObject } from './host-object.ts';
import { answerQuery, plainName, wireName } from './query.ts';
import type { WireAction, WireArguments, WireMessage } from './wire.ts';

/** Ranges the client tracks, until it releases them. */
export interface References {
  readonly kept: Map<string, HostObject>;
  next: number;
}

export interface Served {
  readonly results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly traces: readonly number[];
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly location: string;
    readonly index: number;
  } | null;
}

/** `beforeAction` may throw a HostError to play a fault at that action (counted from 0 within the message). */
export function serve(
  message: WireMessage,
  root: () => HostObject,
  references: References,
  beforeAction: (index: number) => void,
): Served {
  const scope: Scope = { message, root, references, objects: new Map(), keptAs: new Map() };
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of message.Actions.entries()) {
    try {
      beforeAction(index);
      if (action.ActionType === 5) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: run(scope, action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const location = locationOf(scope, action);
      return { results, traces, error: { code: error.code, message: error.message, location, index } };
    }
  }
  return { results, traces, error: null };
}

interface Scope {
  readonly message: WireMessage;
  readonly root: () => HostObject;
  readonly references: References;
  readonly objects: Map<number, HostObject | null>;
  /** Path id → reference id, of what is tracked in this message. */
  readonly keptAs: Map<number, string>;
}

function run(scope: Scope, action: WireAction): unknown {
  switch (action.ActionType) {
    case 1:
      return identity(scope, action.ObjectPathId);
    case 2:
      return answerQuery(objectAt(scope, action.ObjectPathId), action.QueryInfo ?? {});
    case 3:
      return call(scope, action);
    case 4:
      return set(scope, action);
    case 5:
      return null;
    default:
      return notModelled(`ActionType ${action.ActionType}`);
  }
}

/** How the client finds the object again: its tracked reference or its id. */
function identity(scope: Scope, pathId: number): unknown {
  const object = objectAt(scope, pathId);
  if (!object) return null;
  const reference = scope.keptAs.get(pathId);
  if (reference !== undefined) return { _ReferenceId: reference };
  return object.id !== undefined ? { [object.get?.id ? 'Id' : '_Id']: object.id } : {};
}

function call(scope: Scope, action: WireAction): unknown {
  if (action.Name === '_KeepReference' && !objectAt(scope, action.ObjectPathId)) return null;
  const object = existing(scope, action.ObjectPathId);
  const args = argumentsOf(scope, action.ArgumentInfo);
  if (action.Name === '_KeepReference') {
    const id = `ref${scope.references.next++}`;
    scope.references.kept.set(id, object);
    scope.keptAs.set(action.ObjectPathId, id);
    return null;
  }
  if (action.Name === '_RemoveReference') {
    scope.references.kept.delete(String(args[0]));
    return null;
  }
  const method = object.call?.[plainName(action.Name)];
  if (!method) notModelled(`${object.type}.${plainName(action.Name)}`);
  return method(...args) ?? null;
}

function set(scope: Scope, action: WireAction): null {
  const object = existing(scope, action.ObjectPathId);
  const setter = object.set?.[plainName(action.Name)];
  if (!setter) notModelled(`Đặt ${object.type}.${plainName(action.Name)}`);
  setter(argumentsOf(scope, action.ArgumentInfo)[0]);
  return null;
}

function existing(scope: Scope, pathId: number): HostObject {
  return objectAt(scope, pathId) ?? refuse('ItemNotFound', 'Đối tượng rỗng (null object).');
}

/** The object at a path; null = a null object, and so is all that hangs on it. */
function objectAt(scope: Scope, pathId: number): HostObject | null {
  const known = scope.objects.get(pathId);
  if (known !== undefined) return known;
  const object = find(scope, pathId);
  scope.objects.set(pathId, object);
  return object;
}

function find(scope: Scope, pathId: number): HostObject | null {
  const path = scope.message.ObjectPaths[String(pathId)] ?? refuse('InvalidReference');
  if (path.ObjectPathType === 1) return scope.root();
  if (path.ObjectPathType === 6)
    return scope.references.kept.get(path.Name) ?? refuse('InvalidReference', 'Đối tượng không còn được giữ.');
  if (path.ObjectPathType === 7) return null;
  const parent = objectAt(scope, path.ParentObjectPathId ?? -1);
  if (!parent) return null;
  const args = argumentsOf(scope, path.ArgumentInfo);
  if (path.ObjectPathType === 5) {
    if (!parent.item) notModelled(`${parent.type}[…]`);
    return parent.item(args[0]);
  }
  const name = plainName(path.Name);
  const open = parent.open?.[name];
  if (!open) notModelled(`${parent.type}.${name}`);
  return open(...args);
}

/** Arguments with the objects that stand in them as path ids put in place. */
function argumentsOf(scope: Scope, info: WireArguments | undefined): readonly unknown[] {
  const ids = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((argument, index) => {
    const id = ids[index];
    return typeof id === 'number' && id !== 0 ? existing(scope, id) : argument;
  });
}

/** `Range.values`, as the client reports it. */
function locationOf(scope: Scope, action: WireAction): string {
  const object = scope.objects.get(action.ObjectPathId);
  const path = scope.message.ObjectPaths[String(action.ObjectPathId)];
  const name = plainName(action.Name || (path?.Name ?? ''));
  return `${object?.type ?? wireName(path?.Name ?? 'Workbook')}${name === '' ? '' : `.${name}`}`;
}
