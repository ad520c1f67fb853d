/**
 * Reads workbooks of old formats in a separate process: SheetJS can make V8 end the whole process, and no thread
 * contains that. Built beside the command. Bytes arrive by messages, one at a time, each answered with its book or
 * refusal.
 */
import { readLegacyBook } from '../../core/sheet/workbook/file.ts';

process.on('message', (bytes: Uint8Array) => {
  void readLegacyBook(bytes).then((result) => process.send?.(result));
});
// The command is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit());
