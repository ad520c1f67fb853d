/** Points a loaded client at the pretended Excel, in Node and in a page alike. */
import type { ExcelHost, OverrideSession } from './excel-host.ts';
import { addNotes, addUndoGroups } from './newer-api.ts';

/** The parts of the client's own library used here; private, on a frozen package. */
export interface ExcelClient {
  readonly Excel: Record<string, unknown>;
  readonly OfficeExtension: {
    readonly SessionBase: { _overrideSession?: OverrideSession };
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
    readonly ClientObject: unknown;
    readonly Utility: {
      readonly throwIfNotLoaded: (name: string, value: unknown, type: string, isNull: boolean | undefined) => void;
      readonly load: (object: unknown, option: unknown) => void;
    };
    readonly BatchApiHelper: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
    readonly GenericEventRegistration: { s_genericEventRegistrations: Record<string, unknown> };
    readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
    readonly _testTriggerRichApiMessageEvent: (message: unknown) => void;
  };
}

export function connect(client: ExcelClient, host: () => ExcelHost): void {
  const { OfficeExtension } = client;
  OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => host().session._resolveRequestUrlAndHeaderInfo(),
    _createRequestExecutorOrNull: () => host().session._createRequestExecutorOrNull(),
  };
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  OfficeExtension._testSetRichApiMessageReadyImpl(async () => undefined);
  addNotes(client, host);
  addUndoGroups(client, host);
}
