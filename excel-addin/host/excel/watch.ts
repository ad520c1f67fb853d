/**
 * Reports edits of the workbook. Our own edits are left out (`triggerSource`); those of co-authors come with `remote`
 * and are only reported.
 */

import { refusalOfOffice } from '../../../session/host/errors.ts';
import type { HostChange } from '../../../session/host/port.ts';
import { rangeOf } from './address.ts';
import { excelCaps } from './caps.ts';

/**
 * Starts watching; resolves to a function that stops. `nameOf` knows sheets by id; the name of an unknown sheet is
 * queried. Where Excel has no events the listener is never called: reading again finds every change too.
 */
export async function watchExcel(
  listener: (change: HostChange) => void,
  nameOf: (id: string) => string | undefined,
): Promise<() => void> {
  if (!excelCaps().host.events) return () => {};
  const handler = await quietly(async (context) => {
    const result = context.workbook.worksheets.onChanged.add(async (args) => {
      if (args.triggerSource === 'ThisLocalAddin') return;
      const sheet = nameOf(args.worksheetId) ?? (await quietly((inner) => nameIn(inner, args.worksheetId)));
      if (sheet === undefined) return;
      listener({ sheet, range: rangeOf(args.address) ?? null, remote: args.source === 'Remote' });
    });
    await context.sync();
    return result;
  });
  return () => {
    if (!handler) return;
    void quietly(async (context) => {
      handler.remove();
      await context.sync();
    }, handler.context);
  };
}

async function nameIn(context: Excel.RequestContext, id: string): Promise<string | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('name');
  await context.sync();
  return sheet.isNullObject ? undefined : sheet.name;
}

/** Events are a comfort: what Office refuses here is left undone. */
async function quietly<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  context?: OfficeExtension.ClientRequestContext,
): Promise<T | undefined> {
  try {
    return await (context ? Excel.run(context, work) : Excel.run(work));
  } catch (error) {
    if (!refusalOfOffice(error)) throw error;
    return undefined;
  }
}
