/**
 * Capabilities newer than the client of the npm package (ExcelApi 1.16 and later), added to it by hand so that the
 * add-in's adapter for them can be tried: `Worksheet.notes` (1.18), undefined below that version as in the package, and
 * `mergeUndoGroup` of `Excel.run` (1.20), which older versions ignore.
 */
import type { ExcelClient } from './connect.ts';
import type { ExcelHost } from './excel-host.ts';
import { isSetSupported } from './office-stub.ts';

type Make = new (...args: readonly unknown[]) => object;

type Run = (...args: readonly unknown[]) => Promise<unknown>;

/** `Excel.run({ mergeUndoGroup: true }, …)`: all its syncs are one step of the officer's undo. */
export function addUndoGroups({ Excel }: ExcelClient, host: () => ExcelHost): void {
  const run = Excel.run as Run;
  Excel.run = async (...args: readonly unknown[]) => {
    const [options] = args;
    const isLoaded = typeof options === 'object' && options !== null && 'mergeUndoGroup' in options;
    const end =
      isLoaded && options.mergeUndoGroup === true && isSetSupported(host(), 'ExcelApi', '1.20')
        ? host().undoGroup()
        : () => undefined;
    try {
      return await run(...args);
    } finally {
      end();
    }
  };
}

/** Defines `notes` on the client's Worksheet. */
export function addNotes({ Excel, OfficeExtension }: ExcelClient, host: () => ExcelHost): void {
  const { BatchApiHelper, Utility } = OfficeExtension;
  const ClientObject = OfficeExtension.ClientObject as Make;
  const handleResult = (ClientObject.prototype as { readonly _handleResult: (value: unknown) => void })._handleResult;

  class Note extends ClientObject {
    private text: string | undefined;
    get content(): string | undefined {
      Utility.throwIfNotLoaded('content', this.text, 'Note', (this as { _isNull?: boolean })._isNull);
      return this.text;
    }
    set content(value: string | undefined) {
      this.text = value;
      BatchApiHelper.invokeSetProperty?.(this, 'Content', value, 0);
    }
    load(option: unknown): this {
      Utility.load(this, option);
      return this;
    }
    delete(): void {
      BatchApiHelper.invokeMethod?.(this, 'Delete', 0, [], 0, 0);
    }
    _handleResult(value: unknown): void {
      handleResult.call(this, value);
      const content = (value as { Content?: string } | null)?.Content;
      if (content !== undefined) this.text = content;
    }
  }

  class NoteCollection extends ClientObject {
    add(cell: unknown, content: string): unknown {
      return BatchApiHelper.createMethodObject?.(Note, this, 'Add', 0, [cell, content], false, true, null, 0);
    }
    getItem(key: string): unknown {
      return BatchApiHelper.createMethodObject?.(Note, this, 'GetItem', 1, [key], false, false, null, 4);
    }
    getItemOrNullObject(key: string): unknown {
      return BatchApiHelper.createMethodObject?.(Note, this, 'GetItemOrNullObject', 1, [key], false, false, null, 4);
    }
  }

  Object.defineProperty((Excel.Worksheet as { prototype: object }).prototype, 'notes', {
    configurable: true,
    get(this: object) {
      if (!isSetSupported(host(), 'ExcelApi', '1.18')) return undefined;
      return BatchApiHelper.createPropertyObject?.(NoteCollection, this, 'Notes', true, 4);
    },
  });
}
